//! A server that says again what a real one said: for contracts that read it otherwise.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::line::{Exchange, answer};

type Answers = Arc<Mutex<VecDeque<Exchange>>>;

pub struct Replay {
    port: u16,
    answers: Answers,
}

impl Replay {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let replay = Self { port: listener.local_addr().unwrap().port(), answers: Arc::default() };
        let router = Router::new().fallback(say).with_state(Arc::clone(&replay.answers));
        tokio::spawn(async move { axum::serve(listener, router).await });
        replay
    }

    pub fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// From now on these are the answers, in this order, and none of the earlier ones.
    pub fn will_say(&self, exchanges: &[Exchange]) {
        *self.answers.lock().unwrap() = exchanges.iter().cloned().collect();
    }
}

async fn say(State(answers): State<Answers>) -> Response {
    let next = answers.lock().unwrap().pop_front();
    // A status that no contract has: more was asked than the real server was.
    next.map_or_else(
        || answer(StatusCode::IM_A_TEAPOT, Default::default(), Body::empty()),
        |said| answer(said.status, said.answer_headers, Body::from(said.answer)),
    )
}
