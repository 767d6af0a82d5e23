//! Android: the manifest that `dx` copies, the resources, and the association file on the server.

mod activity;
mod resources;

use std::fs;

use latchkey_server::AndroidApp;
use roxmltree::{Document, Node};

use crate::source::{Source, in_project};
use crate::support::server::TestServer;

const ANDROID: &str = "http://schemas.android.com/apk/res/android";

/// The content of a file of the project.
#[track_caller]
fn text_of(path: &str) -> String {
    fs::read_to_string(in_project(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn manifest() -> String {
    text_of(Source::read().text("application.android_manifest"))
}

/// The value of an attribute such as `android:name`; empty if it is not set.
fn attribute_of<'a>(node: Node<'a, '_>, attribute: &str) -> &'a str {
    node.attribute((ANDROID, attribute)).unwrap_or_default()
}

fn all<'a, 'i>(within: Node<'a, 'i>, tag: &str) -> Vec<Node<'a, 'i>> {
    within.descendants().filter(|node| node.has_tag_name(tag)).collect()
}

#[track_caller]
fn one<'a, 'i>(within: Node<'a, 'i>, tag: &str) -> Node<'a, 'i> {
    match all(within, tag)[..] {
        [only] => only,
        ref found => panic!("{} elements {tag} instead of one", found.len()),
    }
}

#[track_caller]
fn assert_attributes(node: Node<'_, '_>, attributes: &[(&str, &str)]) {
    for (attribute, value) in attributes {
        assert_eq!(attribute_of(node, attribute), *value, "{attribute} of {}", node.tag_name().name());
    }
}

/// The links of an intent filter.
#[derive(Debug, PartialEq, Eq)]
struct Links {
    verified: bool,
    /// Scheme, host and path prefix.
    addresses: Vec<(String, String, String)>,
}

/// Android parses the part after `scheme://` as a host, and the rest as a path.
fn of_scheme(scheme: &str, paths: &[&str]) -> Links {
    let address = |path: &&str| {
        let bare = path.strip_prefix('/').unwrap();
        let (host, rest) = bare.split_at(bare.find('/').unwrap_or(bare.len()));
        (scheme.to_owned(), host.to_owned(), rest.to_owned())
    };
    Links { verified: false, addresses: paths.iter().map(address).collect() }
}

fn of_host(host: &str, paths: &[&str]) -> Links {
    let address = |path: &&str| ("https".to_owned(), host.to_owned(), (*path).to_owned());
    Links { verified: true, addresses: paths.iter().map(address).collect() }
}

/// PLT-2.
#[test]
fn intent_filters_match_dioxus_toml() {
    let source = Source::read();
    let text = manifest();
    let manifest = Document::parse(&text).unwrap();
    let activity = one(manifest.root_element(), "activity");
    let mut links = Vec::new();
    for filter in all(activity, "intent-filter") {
        let names =
            |tag| all(filter, tag).into_iter().map(|node| attribute_of(node, "name")).collect::<Vec<_>>();
        if names("action") == ["android.intent.action.MAIN"] {
            assert_eq!(names("category"), ["android.intent.category.LAUNCHER"]);
            continue;
        }
        assert_eq!(names("action"), ["android.intent.action.VIEW"]);
        assert_eq!(
            names("category"),
            ["android.intent.category.DEFAULT", "android.intent.category.BROWSABLE"]
        );
        let part = |node, name| attribute_of(node, name).to_owned();
        let addresses = all(filter, "data").into_iter().map(|data| {
            assert!(data.attributes().all(|a| ["scheme", "host", "pathPrefix"].contains(&a.name())));
            (part(data, "scheme"), part(data, "host"), part(data, "pathPrefix"))
        });
        links.push(Links {
            verified: attribute_of(filter, "autoVerify") == "true",
            addresses: addresses.collect(),
        });
    }
    let paths = source.paths();
    let schemes = source.schemes().into_iter().map(|scheme| of_scheme(scheme, &paths));
    let hosts = source.hosts().into_iter().map(|host| of_host(host, &paths));
    assert_eq!(links, schemes.chain(hosts).collect::<Vec<_>>());
}

#[test]
fn activity_is_single_task_and_resizes_for_the_keyboard() {
    let text = manifest();
    let manifest = Document::parse(&text).unwrap();
    let activity = one(manifest.root_element(), "activity");
    assert_attributes(
        activity,
        &[
            ("name", "dev.dioxus.main.MainActivity"),
            ("exported", "true"),
            ("launchMode", "singleTask"),
            ("windowSoftInputMode", "adjustResize"),
        ],
    );
    assert_eq!(
        activity.attribute((ANDROID, "taskAffinity")),
        Some(""),
        "another app could put its window into our task"
    );
    let changes: Vec<_> = attribute_of(activity, "configChanges").split('|').collect();
    // Changes that can happen while the app runs.
    for change in
        ["orientation", "screenSize", "smallestScreenSize", "keyboard", "locale", "fontScale", "uiMode"]
    {
        assert!(changes.contains(&change), "{change} would restart the activity, and with it the Rust code");
    }
}

#[test]
fn backups_and_cleartext_are_disabled_and_permissions_minimal() {
    let text = manifest();
    let manifest = Document::parse(&text).unwrap();
    let application = one(manifest.root_element(), "application");
    assert_attributes(
        application,
        &[
            ("allowBackup", "false"),
            ("fullBackupContent", "false"),
            ("dataExtractionRules", "@xml/data_extraction"),
            ("usesCleartextTraffic", "false"),
            ("networkSecurityConfig", "@xml/network"),
            ("localeConfig", "@xml/languages"),
            ("theme", "@style/Latchkey"),
            ("enableOnBackInvokedCallback", "true"),
        ],
    );
    assert_eq!(attribute_of(application, "debuggable"), "", "Gradle sets this for debug builds");
    let permissions: Vec<_> = all(manifest.root_element(), "uses-permission")
        .into_iter()
        .map(|node| attribute_of(node, "name"))
        .collect();
    assert_eq!(permissions, ["android.permission.INTERNET"]);
    let parts: Vec<_> =
        application.children().filter(Node::is_element).map(|node| node.tag_name().name()).collect();
    assert_eq!(parts, ["activity"], "no service, receiver or provider");
}

/// Since Android 11 an app only sees apps that it declares. `MainActivity.mailApp` needs these two.
#[test]
fn queries_include_email_apps() {
    let text = manifest();
    let manifest = Document::parse(&text).unwrap();
    let queries: Vec<Vec<_>> = all(one(manifest.root_element(), "queries"), "intent")
        .into_iter()
        .map(|intent| intent.children().filter(Node::is_element).collect())
        .collect();
    let queries: Vec<Vec<_>> = queries
        .into_iter()
        .map(|parts| {
            parts
                .into_iter()
                .map(|part| attribute_of(part, "name").to_owned() + attribute_of(part, "scheme"))
                .collect()
        })
        .collect();
    assert_eq!(
        queries,
        [
            ["android.intent.action.MAIN", "android.intent.category.APP_EMAIL"],
            ["android.intent.action.SENDTO", "mailto"]
        ]
    );
}

#[test]
fn android_sdk_versions_agree() {
    let text = text_of("Dioxus.toml");
    let table: toml::Table = text.parse().unwrap();
    let number = |table: &str, key: &str, all: &toml::Table| all[table][key].as_integer().unwrap();
    let oldest = number("application", "android_min_sdk_version", &table);
    assert_eq!(oldest, number("android", "min_sdk", &table));
    assert!(oldest >= 28, "the clipboard cannot be cleared before Android 9");
    assert_eq!(number("android", "target_sdk", &table), number("android", "compile_sdk", &table));
}

/// PLT-2.
#[tokio::test]
async fn assetlinks_json_matches_dioxus_toml() {
    let source = Source::read();
    let certificate = ["5A"; 32].join(":");
    let app = AndroidApp { package: source.identifier().into(), certificates: vec![certificate.clone()] };
    let server = TestServer::start_with(|config| config.apps.android = vec![app]).await;
    let response = server.client.get(server.url("/.well-known/assetlinks.json")).send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "application/json");
    let list: serde_json::Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    assert_eq!(
        list,
        serde_json::json!([{
            "relation": ["delegate_permission/common.handle_all_urls", "delegate_permission/common.get_login_creds"],
            "target": {
                "namespace": "android_app",
                "package_name": source.identifier(),
                "sha256_cert_fingerprints": [certificate],
            },
        }])
    );
}
