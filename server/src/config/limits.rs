//! Limits on requests, emails and connections.

use std::time::Duration;

use crate::domain::client_network::MAX_CONNECTION_SHARES;

/// Limits on requests, emails and connections. They apply equally to addresses with and without an account.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Seconds between the first two emails to one address from one requester. Later emails are further apart. 0 disables
    /// all limits on emails.
    pub resend_after: u32,
    /// Maximum number of `POST` requests of one client in a window, and again of `GET /session`; of all `GET` requests
    /// except health checks, ten times as many. A client is an IPv4 address or an IPv6 /64 network. A /56 network may make
    /// four times as many requests, a /48 sixteen times (`REQUEST_QUOTAS` in `domain::client_network`).
    pub client_requests: u32,
    /// Length of the window, in seconds.
    pub client_window: u32,
    /// Minimum response time of recovery requests and sign-ins. Longer response times are padded to a multiple of it.
    pub answer_after: Duration,
    /// Maximum time in which a client must send the head of a request, and again its body. It is also the idle timeout of
    /// connections.
    pub request_within: Duration,
    /// Maximum number of connections. The system's limit on open files must be higher.
    pub connections: u32,
    /// Maximum number of connections of one client, as defined for [`client_requests`](Self::client_requests): at most a
    /// sixteenth of [`connections`](Self::connections). A /56 network may have twice as many, a /48 four times
    /// (`CONNECTION_QUOTAS`). It does not apply to trusted proxies.
    pub client_connections: u32,
}

impl Limits {
    /// Maximum of [`answer_after`](Self::answer_after).
    pub const MAX_ANSWER_AFTER: Duration = Duration::from_secs(2);
    /// Maximum of [`client_requests`](Self::client_requests). A higher number would not limit anything in practice;
    /// it is probably a typing error.
    pub const MAX_REQUESTS: u32 = 1_000_000;
    /// Maximum of [`connections`](Self::connections). More would exceed a system's memory.
    pub const MAX_CONNECTIONS: u32 = 100_000;
    /// Maximum of [`request_within`](Self::request_within).
    pub const MAX_REQUEST_WITHIN: Duration = Duration::from_secs(60);

    /// Maximum of [`client_connections`](Self::client_connections): the largest network with a quota can then have a quarter
    /// of all connections.
    pub(super) fn max_client_connections(&self) -> u32 {
        self.connections / (4 * MAX_CONNECTION_SHARES)
    }
}

impl Default for Limits {
    /// A minute between the first two emails. 300 requests in ten minutes for each client, which a household or small office
    /// behind one address does not reach. A minimum response time of 200 ms. Ten seconds to send a request, which is at
    /// most 16 KiB. 50 connections for each client and 800 in total, since Linux allows 1024 open files by default.
    fn default() -> Self {
        Self {
            resend_after: 60,
            client_requests: 300,
            client_window: 600,
            answer_after: Duration::from_millis(200),
            request_within: Duration::from_secs(10),
            connections: 800,
            client_connections: 50,
        }
    }
}
