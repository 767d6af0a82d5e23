//! The state of the HTTP layer.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::FromRef;
use latchkey_core::password::PasswordPolicy;
use url::Url;

use super::audited_recovery::AuditedRecovery;
use super::middleware::client_address::TrustedProxies;
use super::middleware::in_flight::RequestsInFlight;
use super::middleware::run_to_completion::OpenRequests;
use super::middleware::same_origin::Origins;
use super::page_context::PageContext;
use super::response_time::MinResponseTime;
use super::well_known_files::AppAssociations;
use crate::audit::AuditLog;
use crate::config::{Binding, Config};
use crate::domain::page_paths;
use crate::domain::urls::is_web;
use crate::metrics::Metrics;
use crate::services::Services;
use crate::services::authenticator::Authenticator;
use crate::services::outbox::OutboxStatus;
use crate::services::rate_limiter::RateLimiter;
use crate::services::readiness::Readiness;
use crate::web_app::WebApp;

/// What routes and layers share.
pub(crate) struct HttpState {
    pub(super) api: ApiState,
    pub(super) pages: PageState,
    pub(super) operations: OperationsState,
    pub(super) web_app: Option<Arc<WebApp>>,
    pub(super) metrics: Metrics,
    pub(crate) rate_limiter: Arc<RateLimiter>,
    pub(super) request_within: Duration,
    pub(crate) open_requests: OpenRequests,
    pub(super) trusted_proxies: TrustedProxies,
    pub(super) in_flight: RequestsInFlight,
    pub(super) origins: Origins,
}

/// Defines the state of a router's handlers, and how a handler gets a part of it. Clones share the parts, because axum
/// clones the state several times for each request.
macro_rules! shared_state {
    ($(#[$comment:meta])* $state:ident($parts:ident) { $($part:ident: $type:ty,)* }) => {
        $(#[$comment])*
        #[derive(Clone)]
        pub(super) struct $state(Arc<$parts>);

        struct $parts {
            $($part: $type,)*
        }

        $(impl FromRef<$state> for $type {
            fn from_ref(state: &$state) -> Self {
                state.0.$part.clone()
            }
        })*
    };
}

shared_state! {
/// The state of the API's handlers.
ApiState(ApiParts) {
    recovery: AuditedRecovery,
    authenticator: Arc<Authenticator>,
    audit: AuditLog,
    rate_limiter: Arc<RateLimiter>,
    readiness: Arc<Readiness>,
    policy: PasswordPolicy,
    features: Features,
    min_response_time: MinResponseTime,
    app_associations: Arc<AppAssociations>,
}
}

shared_state! {
/// The state of the pages' handlers.
PageState(PageParts) {
    context: Arc<PageContext>,
    recovery: AuditedRecovery,
}
}

impl PageState {
    /// The data of the server that all pages use.
    pub(super) fn context(&self) -> &Arc<PageContext> {
        &self.0.context
    }
}

shared_state! {
/// The state of the handlers for operators.
OperationsState(OperationsParts) {
    metrics: Metrics,
    readiness: Arc<Readiness>,
    outbox: OutboxStatus,
}
}

/// Optional features of the API.
#[derive(Clone, Copy)]
pub(super) struct Features {
    pub(super) binding: Binding,
    pub(super) second_factors: bool,
}

impl HttpState {
    /// `origin` is the public origin of this server.
    pub(crate) fn new(services: &Services, config: &Config, origin: &Url, web_app: Option<WebApp>) -> Self {
        let min_response_time = MinResponseTime(config.limits.answer_after);
        let recovery = AuditedRecovery {
            service: Arc::clone(&services.recovery),
            audit: services.audit.clone(),
            policy: config.new_passwords.policy(),
            min_response_time,
        };
        let rate_limiter =
            RateLimiter::new(services.store.clone(), Arc::clone(&services.clock), &config.limits);
        let rate_limiter = Arc::new(rate_limiter);
        let readiness = Arc::new(Readiness::new(services.store.clone()));
        let web_app = web_app.map(Arc::new);
        let api = ApiParts {
            recovery: recovery.clone(),
            authenticator: Arc::clone(&services.authenticator),
            audit: services.audit.clone(),
            rate_limiter: Arc::clone(&rate_limiter),
            readiness: Arc::clone(&readiness),
            policy: config.new_passwords.policy(),
            features: Features { binding: config.binding, second_factors: config.pepper.is_some() },
            min_response_time,
            app_associations: Arc::new(AppAssociations {
                apple_ids: config.apps.apple_ids.clone(),
                android: config.apps.android.clone(),
                reset_path: page_paths::reset_page(&config.link_base).to_owned(),
            }),
        };
        let context = PageContext::new(config, origin, web_app.is_some());
        Self {
            api: ApiState(Arc::new(api)),
            pages: PageState(Arc::new(PageParts { context: Arc::new(context), recovery })),
            operations: OperationsState(Arc::new(OperationsParts {
                metrics: services.metrics.clone(),
                readiness,
                outbox: services.outbox.clone(),
            })),
            web_app,
            metrics: services.metrics.clone(),
            rate_limiter,
            request_within: config.limits.request_within,
            open_requests: OpenRequests::default(),
            in_flight: RequestsInFlight::default(),
            trusted_proxies: TrustedProxies {
                networks: config.trusted_proxies.clone().into(),
                header: config.forwarded_header,
            },
            origins: origins(config, origin),
        }
    }
}

/// The origins at which browsers reach this server. An app's own scheme has no origin.
fn origins(config: &Config, origin: &Url) -> Origins {
    let addresses = [origin, &config.link_base].into_iter().filter(|address| is_web(address));
    addresses.map(|address| address.origin().ascii_serialization()).collect()
}
