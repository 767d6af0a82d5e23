//! Metrics for Prometheus. Labels contain neither addresses nor accounts.

use std::sync::Arc;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// Upper bounds of the histogram's buckets, in seconds.
const BUCKETS: [f64; 10] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct EventLabels {
    event: &'static str,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    route: String,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabels {
    route: String,
}

/// The metrics of one server. Clones share them.
#[derive(Clone)]
pub(crate) struct Metrics(Arc<Inner>);

struct Inner {
    registry: Registry,
    events: Family<EventLabels, Counter>,
    requests: Family<RequestLabels, Counter>,
    durations: Family<RouteLabels, Histogram>,
    outbox: Gauge,
}

impl Metrics {
    /// Metrics with all values at zero.
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("latchkey");
        let (events, requests, outbox) = (Family::default(), Family::default(), Gauge::default());
        let durations: Family<RouteLabels, Histogram> =
            Family::new_with_constructor(|| Histogram::new(BUCKETS));
        registry.register("events", "Recovery events by outcome", events.clone());
        registry.register("http_requests", "Requests answered", requests.clone());
        registry.register_with_unit(
            "http_request_duration",
            "Time until the answer",
            Unit::Seconds,
            durations.clone(),
        );
        registry.register("outbox_mails", "Emails that are due or being sent", outbox.clone());
        Self(Arc::new(Inner { registry, events, requests, durations, outbox }))
    }

    /// Counts an audit event.
    pub(crate) fn count_event(&self, event: &'static str, outcome: &'static str) {
        self.0.events.get_or_create(&EventLabels { event, outcome }).inc();
    }

    /// Counts a request. `route` is the pattern of its path.
    pub(crate) fn count_request(&self, route: &str, status: u16, duration: Duration) {
        let route = route.to_owned();
        self.0.durations.get_or_create(&RouteLabels { route: route.clone() }).observe(duration.as_secs_f64());
        self.0.requests.get_or_create(&RequestLabels { route, status }).inc();
    }

    /// The metrics in OpenMetrics format.
    pub(crate) fn encode(&self, due_mails: i64) -> Result<String, std::fmt::Error> {
        self.0.outbox.set(due_mails);
        let mut text = String::new();
        encode(&mut text, &self.0.registry)?;
        Ok(text)
    }
}
