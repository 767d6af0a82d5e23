//! Limits the number of requests of a client network that are in flight.
//!
//! All requests wait for the database in one queue. Without this limit, a burst of one network would delay everybody else
//! until all of its requests are answered, and their bodies would fill the memory.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use ipnet::IpNet;

use super::client_address::ClientAddr;
use super::rejection::Rejection;
use crate::domain::client_network::routed_network;
use crate::services::rate_limiter::RateLimited;

/// Maximum number of requests in flight of an IPv4 /24 or IPv6 /48 network. The server answers as many in about a second,
/// and the queues for passwords are shorter.
const MAX_IN_FLIGHT: u32 = 512;
/// `Retry-After` of a rejected request, in seconds.
const RETRY_AFTER: u64 = 1;

/// The requests in flight, by client network. Clones share the counters.
#[derive(Clone, Default)]
pub(in crate::http) struct RequestsInFlight(Arc<Mutex<HashMap<IpNet, u32>>>);

impl RequestsInFlight {
    fn lock(&self) -> MutexGuard<'_, HashMap<IpNet, u32>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a request until the result is dropped. `None` if the network has too many.
    fn begin(&self, network: IpNet) -> Option<InFlight> {
        let mut requests = self.lock();
        let count = requests.entry(network).or_default();
        if *count >= MAX_IN_FLIGHT {
            return None;
        }
        *count += 1;
        Some(InFlight { requests: self.clone(), network })
    }
}

/// A request in flight.
struct InFlight {
    requests: RequestsInFlight,
    network: IpNet,
}

impl Drop for InFlight {
    fn drop(&mut self) {
        let mut requests = self.requests.lock();
        if let Some(count) = requests.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                requests.remove(&self.network);
            }
        }
    }
}

/// Keeps a request counted. It is an extension of the request, so that a task that outlives the connection can hold it too.
#[derive(Clone)]
pub(in crate::http) struct InFlightGuard(#[expect(dead_code, reason = "held for its drop")] Arc<InFlight>);

/// Rejects a request if its client network has too many in flight.
pub(in crate::http) async fn limit_in_flight(
    State(requests): State<RequestsInFlight>,
    client: ClientAddr,
    mut request: Request,
    next: Next,
) -> Result<Response, Rejection> {
    let Some(address) = client.ip() else { return Ok(next.run(request).await) };
    let Some(in_flight) = requests.begin(routed_network(address)) else {
        return Err(Rejection(RateLimited { retry_after: RETRY_AFTER }.into()));
    };
    let guard = InFlightGuard(Arc::new(in_flight));
    request.extensions_mut().insert(guard.clone());
    let response = next.run(request).await;
    drop(guard);
    Ok(response)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn requests_of_a_network_are_limited_until_they_end() {
        let requests = RequestsInFlight::default();
        let network = |address: &str| routed_network(address.parse().unwrap());
        let mut held: Vec<InFlight> =
            (0..MAX_IN_FLIGHT).map(|_| requests.begin(network("192.0.2.1")).unwrap()).collect();
        assert!(requests.begin(network("192.0.2.9")).is_none(), "the same /24");
        assert!(requests.begin(network("192.0.3.1")).is_some());
        held.pop();
        assert!(requests.begin(network("192.0.2.9")).is_some());
        drop(held);
        assert!(requests.lock().is_empty());
    }
}
