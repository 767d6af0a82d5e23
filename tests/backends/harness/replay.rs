//! A server that replays recorded responses.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::recording_proxy::{Exchange, response};

type Answers = Arc<Mutex<VecDeque<Exchange>>>;

pub struct Replay {
    port: u16,
    answers: Answers,
}

impl Replay {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let replay = Self { port: listener.local_addr().unwrap().port(), answers: Arc::default() };
        let router = Router::new().fallback(replay_next).with_state(Arc::clone(&replay.answers));
        tokio::spawn(async move { axum::serve(listener, router).await });
        replay
    }

    pub fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Replaces the responses by these, in this order.
    pub fn set_responses(&self, exchanges: &[Exchange]) {
        *self.answers.lock().unwrap() = exchanges.iter().cloned().collect();
    }
}

async fn replay_next(State(answers): State<Answers>) -> Response {
    let next = answers.lock().unwrap().pop_front();
    // There were more requests than recorded. The response has a status that no contract has.
    next.map_or_else(
        || response(StatusCode::IM_A_TEAPOT, Default::default(), Body::empty()),
        |exchange| response(exchange.status, exchange.response_headers, Body::from(exchange.body)),
    )
}
