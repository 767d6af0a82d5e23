//! iOS and macOS: property lists, entitlements, the privacy manifest, icons, and the association file on the server.

mod icons;
mod keys;

use std::{fs, path::Path};

use latchkey::link::RecoveryLink;
use plist::{Dictionary, Value};

use crate::source::{Source, in_project, languages};
use crate::support::program::identity;
use crate::support::server::{ADA, TestServer};

const PRIVACY: &str = "platform/apple/PrivacyInfo.xcprivacy";

fn dictionary(path: impl AsRef<Path>) -> Dictionary {
    let path = in_project(path);
    Value::from_file(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display())).into_dictionary().unwrap()
}

#[track_caller]
fn text<'a>(list: &'a Dictionary, key: &str) -> &'a str {
    list.get(key).and_then(Value::as_string).unwrap_or_else(|| panic!("{key} is not a string"))
}

#[track_caller]
fn texts<'a>(list: &'a Dictionary, key: &str) -> Vec<&'a str> {
    let values = list.get(key).and_then(Value::as_array).unwrap_or_else(|| panic!("{key} is not an array"));
    values.iter().map(|value| value.as_string().unwrap()).collect()
}

/// Checks name, identifier, version, schemes and languages of an `Info.plist`.
fn check_info(info: &Dictionary) {
    let source = Source::read();
    assert_eq!(text(info, "CFBundleIdentifier"), source.identifier());
    assert_eq!(text(info, "CFBundleName").to_lowercase(), source.name());
    assert_eq!(text(info, "CFBundleExecutable"), source.name());
    for key in ["CFBundleShortVersionString", "CFBundleVersion"] {
        assert_eq!(text(info, key), env!("CARGO_PKG_VERSION"));
    }
    let types = info["CFBundleURLTypes"].as_array().unwrap();
    let schemes: Vec<_> =
        types.iter().flat_map(|kind| texts(kind.as_dictionary().unwrap(), "CFBundleURLSchemes")).collect();
    assert_eq!(schemes, source.schemes());
    let mut tags = texts(info, "CFBundleLocalizations");
    tags.sort_unstable();
    assert_eq!(tags, languages());
}

#[test]
fn ios_plist_matches_dioxus_toml() {
    let source = Source::read();
    let info = dictionary(source.text("application.ios_info_plist"));
    check_info(&info);
    assert_eq!(text(&info, "MinimumOSVersion"), source.text("ios.deployment_target"));
    // The schemes in src/platform/external_apps/ios.rs. `canOpenURL` returns false for schemes that are not in this list.
    assert_eq!(texts(&info, "LSApplicationQueriesSchemes"), ["message"]);
}

/// iOS finds the class by its name.
#[test]
fn ios_plist_names_the_scene_delegate() {
    let info = dictionary("platform/apple/ios.plist");
    let manifest = info["UIApplicationSceneManifest"].as_dictionary().unwrap();
    assert_eq!(manifest["UIApplicationSupportsMultipleScenes"].as_boolean(), Some(false));
    let roles = manifest["UISceneConfigurations"].as_dictionary().unwrap();
    let [scene] = &roles["UIWindowSceneSessionRoleApplication"].as_array().unwrap()[..] else {
        panic!("not one scene: {roles:?}")
    };
    let class = text(scene.as_dictionary().unwrap(), "UISceneDelegateClassName");
    // Ours, or with Dioxus 0.8 tao's.
    let files = ["src/platform/scene/delegate.rs", "src/platform/scene/tao_delegate.rs"];
    let named = format!("\"{class}\"");
    assert!(
        files.iter().any(|file| fs::read_to_string(in_project(file)).unwrap().contains(&named)),
        "no class {class}"
    );
}

#[test]
fn macos_plist_matches_dioxus_toml() {
    let source = Source::read();
    let file = source.text("application.macos_info_plist");
    assert_eq!(
        file,
        source.text("bundle.macos.info_plist_path"),
        "the build and the bundle use the same file"
    );
    let info = dictionary(file);
    check_info(&info);
    assert_eq!(text(&info, "LSMinimumSystemVersion"), source.text("bundle.macos.minimum_system_version"));
}

/// PLT-3.
#[test]
fn entitlements_list_the_hosts_for_links_and_passwords() {
    let source = Source::read();
    let claims: Vec<_> = ["applinks", "webcredentials"]
        .iter()
        .flat_map(|service| source.hosts().into_iter().map(move |host| format!("{service}:{host}")))
        .collect();
    let app = format!("$(AppIdentifierPrefix){}", source.identifier());
    let [ios, macos] = ["ios", "macos"].map(|os| dictionary(format!("platform/apple/{os}.entitlements")));
    for entitlements in [&ios, &macos] {
        assert_eq!(texts(entitlements, "com.apple.developer.associated-domains"), claims);
    }
    assert_eq!(text(&ios, "application-identifier"), app);
    assert_eq!(text(&macos, "com.apple.application-identifier"), app);
    assert_eq!(texts(&ios, "keychain-access-groups"), [app]);
}

#[test]
fn privacy_manifest_has_no_tracking_and_a_reason_for_each_api() {
    let source = Source::read();
    assert_eq!(source.text_in("bundle.macos.files", "Resources/PrivacyInfo.xcprivacy"), PRIVACY);
    let manifest = dictionary(PRIVACY);
    assert_eq!(manifest["NSPrivacyTracking"].as_boolean(), Some(false));
    assert_eq!(manifest["NSPrivacyTrackingDomains"].as_array().map(Vec::len), Some(0));
    let calls = manifest["NSPrivacyAccessedAPITypes"].as_array().unwrap();
    let calls: Vec<_> = calls
        .iter()
        .map(|call| call.as_dictionary().unwrap())
        .map(|call| (text(call, "NSPrivacyAccessedAPIType"), texts(call, "NSPrivacyAccessedAPITypeReasons")))
        .collect();
    assert_eq!(
        calls,
        [
            ("NSPrivacyAccessedAPICategoryFileTimestamp", vec!["C617.1"]),
            ("NSPrivacyAccessedAPICategorySystemBootTime", vec!["35F9.1"]),
        ]
    );
}

/// PLT-3.
#[tokio::test]
async fn apple_app_site_association_matches_the_mailed_links() {
    let source = Source::read();
    let (host, path) = (source.hosts()[0], source.paths()[0]);
    let app = format!("TEAM123456.{}", source.identifier());
    let server = TestServer::start_with(|config| {
        config.link_base = format!("https://{host}{path}").parse().unwrap();
        config.apps.apple_ids = vec![app.clone()];
    })
    .await;
    let url = server.url("/.well-known/apple-app-site-association");
    let response = server.client.get(url).send().await.unwrap();
    // The file's name has no extension, so the type must be set.
    assert_eq!(response.headers()["content-type"], "application/json");
    let list: serde_json::Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    let details = &list["applinks"]["details"][0];
    assert_eq!(details["appIDs"][0], app);
    assert_eq!(list["webcredentials"]["apps"][0], app);
    assert_eq!(
        details["components"].as_array().map(Vec::len),
        Some(1),
        "only the address of the mailed links is listed"
    );
    assert_eq!(details["components"][0]["/"], path);

    let flow = server.request_recovery(ADA).await;
    let link = server.mailbox.mail_of_flow(&flow).await.link();
    assert_eq!((link.scheme(), link.host_str(), link.path()), ("https", Some(host), path));
    assert!(RecoveryLink::parse(link.as_str(), &identity().link_rules()).is_ok());
}
