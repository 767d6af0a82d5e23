//! Limits the number of requests in flight, in total and per client network.
//!
//! All requests wait for the database in one queue. Without these limits, a burst would delay everybody else until all of
//! its requests are answered, and their heads and bodies would fill the memory. A client that resets its streams or
//! disconnects can open further ones while the requests are still handled, so limits on connections are not sufficient.

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

/// Maximum number of requests in flight, apart from the only one of a network. The server answers as many in about a
/// second.
const MAX_IN_FLIGHT: usize = 1024;
/// Maximum number of requests in flight.
const MAX_IN_FLIGHT_WITH_SINGLE_REQUESTS: usize = 2 * MAX_IN_FLIGHT;
/// `Retry-After` of a rejected request, in seconds.
const RETRY_AFTER: u64 = 1;

/// The requests in flight, by client network (IPv4 /24 or IPv6 /48). Clones share the counters.
///
/// A network may have as many as there are free places, so one network has at most half of all. If none is free, a network
/// still may have one.
#[derive(Clone, Default)]
pub(in crate::http) struct RequestsInFlight(Arc<Mutex<Counts>>);

#[derive(Default)]
struct Counts {
    total: usize,
    by_network: HashMap<IpNet, usize>,
}

impl RequestsInFlight {
    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a request until the result is dropped. `None` if its network has too many.
    fn begin(&self, network: IpNet) -> Option<InFlight> {
        let mut counts = self.lock();
        let free = MAX_IN_FLIGHT.saturating_sub(counts.total);
        let own = counts.by_network.get(&network).copied().unwrap_or(0);
        if own >= free.max(1) || counts.total >= MAX_IN_FLIGHT_WITH_SINGLE_REQUESTS {
            return None;
        }
        counts.total += 1;
        *counts.by_network.entry(network).or_default() += 1;
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
        let mut counts = self.requests.lock();
        counts.total -= 1;
        if let Some(count) = counts.by_network.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                counts.by_network.remove(&self.network);
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

    fn network(third: u8) -> IpNet {
        routed_network([192, 0, third, 1].into())
    }

    /// As many requests of a network as are accepted.
    fn fill(requests: &RequestsInFlight, network: IpNet) -> Vec<InFlight> {
        std::iter::from_fn(|| requests.begin(network)).collect()
    }

    #[test]
    fn network_has_at_most_half_of_all_requests_until_they_end() {
        let requests = RequestsInFlight::default();
        let mut held = fill(&requests, network(2));
        assert_eq!(held.len(), MAX_IN_FLIGHT / 2);
        assert!(requests.begin(routed_network([192, 0, 2, 9].into())).is_none(), "the same /24");
        let other = requests.begin(network(3)).unwrap();
        held.truncate(held.len() - 2);
        assert!(requests.begin(network(2)).is_some());
        drop((held, other));
        assert!(requests.lock().by_network.is_empty() && requests.lock().total == 0);
    }

    #[test]
    fn every_network_may_have_one_request() {
        let requests = RequestsInFlight::default();
        let mut held = Vec::new();
        for other in 1..=200 {
            held.extend(fill(&requests, network(other)));
        }
        assert!((MAX_IN_FLIGHT..MAX_IN_FLIGHT + 200).contains(&held.len()), "{}", held.len());
        let own = fill(&requests, network(0));
        assert_eq!(own.len(), 1);
        held.extend(own);
        for second in 0..16 {
            for third in 0..=255 {
                held.extend(requests.begin(routed_network([10, second, third, 1].into())));
            }
        }
        assert_eq!(held.len(), MAX_IN_FLIGHT_WITH_SINGLE_REQUESTS);
    }
}
