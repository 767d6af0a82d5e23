//! Files at paths that others agreed on (RFC 8615): for password managers and for the platforms that decide which app
//! opens a link. What is not configured is not there.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderName, StatusCode};
use serde_json::{Value, json};

use super::ASK_PAGE;
use super::landing::reset_path;
use super::problem::Problem;
use crate::core::Core;

/// Where a password manager sends somebody who wants another password: 303, since the page is another one (PLT-11).
pub(super) async fn change_password() -> (StatusCode, [(HeaderName, &'static str); 1]) {
    (StatusCode::SEE_OTHER, [(LOCATION, ASK_PAGE)])
}

/// Apple's list of apps, for links and for passwords (PLT-3).
pub(super) async fn apple(State(core): State<Arc<Core>>) -> Result<Json<Value>, Problem> {
    let ids = &core.apps.apple_ids;
    if ids.is_empty() {
        return Err(Problem::not_found());
    }
    let components = json!([{ "/": reset_path(&core.link_base), "comment": "the links of recovery mails" }]);
    Ok(Json(json!({
        "applinks": { "details": [{ "appIDs": ids, "components": components }] },
        "webcredentials": { "apps": ids },
    })))
}

/// Google's list of apps (PLT-2).
pub(super) async fn android(State(core): State<Arc<Core>>) -> Result<Json<Value>, Problem> {
    if core.apps.android.is_empty() {
        return Err(Problem::not_found());
    }
    let relation =
        ["delegate_permission/common.handle_all_urls", "delegate_permission/common.get_login_creds"];
    let statement = |package: &str, certificates: &[String]| {
        let target = json!({
            "namespace": "android_app",
            "package_name": package,
            "sha256_cert_fingerprints": certificates,
        });
        json!({ "relation": relation, "target": target })
    };
    Ok(Json(core.apps.android.iter().map(|app| statement(&app.package, &app.certificates)).collect()))
}
