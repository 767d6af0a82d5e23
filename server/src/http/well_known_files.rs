//! Files at well-known paths (RFC 8615), for password managers and for the platforms that decide which app opens a link.
//! Without the settings for a file, its path does not exist.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderName, StatusCode};
use serde_json::{Value, json};

use super::problem::Problem;
use super::problem::ProblemCode;
use crate::config::AndroidApp;
use crate::domain::page_paths::REQUEST_PAGE;

/// The apps that may open links to the reset page.
pub(super) struct AppAssociations {
    pub(super) apple_ids: Vec<String>,
    pub(super) android: Vec<AndroidApp>,
    pub(super) reset_path: String,
}

/// The page to which password managers send people who want to change their password (PLT-11). The status is 303, because
/// the page is another resource.
pub(super) async fn change_password() -> (StatusCode, [(HeaderName, &'static str); 1]) {
    (StatusCode::SEE_OTHER, [(LOCATION, REQUEST_PAGE)])
}

/// Apple's list of apps, for links and for passwords (PLT-3).
pub(super) async fn apple_app_site_association(
    State(apps): State<Arc<AppAssociations>>,
) -> Result<Json<Value>, Problem> {
    let ids = &apps.apple_ids;
    if ids.is_empty() {
        return Err(ProblemCode::NotFound.into());
    }
    let components = json!([{ "/": apps.reset_path, "comment": "the links of recovery emails" }]);
    Ok(Json(json!({
        "applinks": { "details": [{ "appIDs": ids, "components": components }] },
        "webcredentials": { "apps": ids },
    })))
}

/// Google's list of apps (PLT-2).
pub(super) async fn asset_links(State(apps): State<Arc<AppAssociations>>) -> Result<Json<Value>, Problem> {
    if apps.android.is_empty() {
        return Err(ProblemCode::NotFound.into());
    }
    let relation =
        ["delegate_permission/common.handle_all_urls", "delegate_permission/common.get_login_creds"];
    let statement = |app: &AndroidApp| {
        let target = json!({
            "namespace": "android_app",
            "package_name": app.package,
            "sha256_cert_fingerprints": app.certificates,
        });
        json!({ "relation": relation, "target": target })
    };
    Ok(Json(apps.android.iter().map(statement).collect()))
}
