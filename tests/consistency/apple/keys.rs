//! The property lists have only keys that Apple documents, with the documented types and values, and those that the App
//! Store requires.
//!
//! Sources, read in November 2026, each on <https://developer.apple.com/documentation/>: `bundleresources/` with
//! `information-property-list` (one page per key), `entitlements`, `privacy-manifest-files` and
//! `describing-use-of-required-reason-api`; for scenes `technotes/tn3187-migrating-to-the-uikit-scene-based-life-cycle`.

use std::fs;

use plist::{Dictionary, Value};
use roxmltree::{Document, ParsingOptions};

use super::{PRIVACY, dictionary, text};
use crate::source::in_project;

/// A documented type of a value.
enum Kind {
    Text,
    /// Up to three numbers with dots between them.
    Version,
    /// A text that is one of these.
    OneOf(&'static [&'static str]),
    Flag,
    Texts,
    /// Texts that are among these.
    Among(&'static [&'static str]),
    Numbers,
    /// A dictionary with these keys.
    Keys(&'static [(&'static str, Kind)]),
    /// An array of such dictionaries.
    Each(&'static [(&'static str, Kind)]),
}
use Kind::{Among, Each, Flag, Keys, Numbers, OneOf, Text, Texts, Version};

const ORIENTATIONS: &[&str] = &[
    "UIInterfaceOrientationPortrait",
    "UIInterfaceOrientationPortraitUpsideDown",
    "UIInterfaceOrientationLandscapeLeft",
    "UIInterfaceOrientationLandscapeRight",
];

const INFO: &[(&str, Kind)] = &[
    ("CFBundleDevelopmentRegion", Text),
    ("CFBundleDisplayName", Text),
    ("CFBundleExecutable", Text),
    ("CFBundleIconFile", Text),
    ("CFBundleIdentifier", Text),
    ("CFBundleInfoDictionaryVersion", OneOf(&["6.0"])),
    ("CFBundleLocalizations", Texts),
    ("CFBundleName", Text),
    ("CFBundlePackageType", OneOf(&["APPL"])),
    ("CFBundleShortVersionString", Version),
    ("CFBundleSupportedPlatforms", Among(&["iPhoneOS", "iPhoneSimulator", "MacOSX"])),
    (
        "CFBundleURLTypes",
        Each(&[
            ("CFBundleTypeRole", OneOf(&["Editor", "Viewer", "Shell", "None"])),
            ("CFBundleURLName", Text),
            ("CFBundleURLSchemes", Texts),
        ]),
    ),
    ("CFBundleVersion", Version),
    ("ITSAppUsesNonExemptEncryption", Flag),
    ("LSApplicationCategoryType", OneOf(&["public.app-category.utilities"])),
    ("LSApplicationQueriesSchemes", Texts),
    ("LSMinimumSystemVersion", Version),
    ("LSRequiresIPhoneOS", Flag),
    ("MinimumOSVersion", Version),
    ("NSHighResolutionCapable", Flag),
    (
        "UIApplicationSceneManifest",
        Keys(&[
            ("UIApplicationSupportsMultipleScenes", Flag),
            (
                "UISceneConfigurations",
                Keys(&[(
                    "UIWindowSceneSessionRoleApplication",
                    Each(&[("UISceneConfigurationName", Text), ("UISceneDelegateClassName", Text)]),
                )]),
            ),
        ]),
    ),
    ("UIDeviceFamily", Numbers),
    ("UILaunchScreen", Keys(&[])),
    ("UIRequiredDeviceCapabilities", Among(&["arm64"])),
    ("UISupportedInterfaceOrientations", Among(ORIENTATIONS)),
    ("UISupportedInterfaceOrientations~ipad", Among(ORIENTATIONS)),
];

const ENTITLEMENTS: &[(&str, Kind)] = &[
    ("application-identifier", Text),
    ("com.apple.application-identifier", Text),
    ("com.apple.developer.associated-domains", Texts),
    ("com.apple.developer.team-identifier", Text),
    ("keychain-access-groups", Texts),
];

const PRIVACY_MANIFEST: &[(&str, Kind)] = &[
    ("NSPrivacyTracking", Flag),
    ("NSPrivacyTrackingDomains", Texts),
    (
        "NSPrivacyCollectedDataTypes",
        Each(&[
            ("NSPrivacyCollectedDataType", OneOf(&["NSPrivacyCollectedDataTypeEmailAddress"])),
            ("NSPrivacyCollectedDataTypeLinked", Flag),
            ("NSPrivacyCollectedDataTypeTracking", Flag),
            (
                "NSPrivacyCollectedDataTypePurposes",
                Among(&["NSPrivacyCollectedDataTypePurposeAppFunctionality"]),
            ),
        ]),
    ),
    (
        "NSPrivacyAccessedAPITypes",
        Each(&[
            ("NSPrivacyAccessedAPIType", Text),
            // Of file timestamps and of the boot time. Others are only for SDKs.
            (
                "NSPrivacyAccessedAPITypeReasons",
                Among(&["DDA9.1", "C617.1", "3B52.1", "35F9.1", "8FFB.1", "3D61.1"]),
            ),
        ]),
    ),
];

/// What is wrong with a value, each with its path.
fn problems(value: &Value, kind: &Kind, path: &str) -> Vec<String> {
    let among =
        |value: &Value, allowed: &[&str]| value.as_string().is_some_and(|text| allowed.contains(&text));
    let all = |check: &dyn Fn(&Value) -> bool| {
        value.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(check))
    };
    let fits = match kind {
        Text => value.as_string().is_some_and(|text| !text.is_empty()),
        Version => value.as_string().is_some_and(is_version),
        OneOf(allowed) => among(value, allowed),
        Flag => value.as_boolean().is_some(),
        Texts => value.as_array().is_some_and(|all| all.iter().all(|one| one.as_string().is_some())),
        Among(allowed) => all(&|one| among(one, allowed)),
        Numbers => all(&|one| one.as_unsigned_integer().is_some()),
        Keys(keys) => match value.as_dictionary() {
            Some(list) => return problems_of(list, keys, path),
            None => false,
        },
        Each(keys) => match value.as_array() {
            Some(all) => {
                let lists = all.iter().filter_map(Value::as_dictionary);
                let found: Vec<_> = lists.flat_map(|list| problems_of(list, keys, path)).collect();
                if !found.is_empty() {
                    return found;
                }
                all.iter().all(|one| one.as_dictionary().is_some())
            }
            None => false,
        },
    };
    if fits { Vec::new() } else { vec![format!("{path}: {value:?}")] }
}

fn problems_of(list: &Dictionary, keys: &[(&str, Kind)], path: &str) -> Vec<String> {
    list.iter()
        .flat_map(|(name, value)| match keys.iter().find(|(known, _)| known == name) {
            Some((_, kind)) => problems(value, kind, &format!("{path}/{name}")),
            None => vec![format!("{path}/{name} is not documented")],
        })
        .collect()
}

fn is_version(text: &str) -> bool {
    let parts: Vec<_> = text.split('.').collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
    parts.len() <= 3 && parts.iter().all(is_number)
}

const LISTS: [(&str, &[(&str, Kind)]); 5] = [
    ("platform/apple/ios.plist", INFO),
    ("platform/apple/macos.plist", INFO),
    ("platform/apple/ios.entitlements", ENTITLEMENTS),
    ("platform/apple/macos.entitlements", ENTITLEMENTS),
    (PRIVACY, PRIVACY_MANIFEST),
];

#[test]
fn all_keys_are_documented_and_have_the_right_type() {
    for (path, keys) in LISTS {
        assert_eq!(problems_of(&dictionary(path), keys, path), Vec::<String>::new());
    }
}

#[test]
fn wrong_lists_are_found() {
    let list = |text: &str| {
        let text = format!("<plist version=\"1.0\"><dict>{text}</dict></plist>");
        let value = Value::from_reader_xml(text.as_bytes()).unwrap();
        problems_of(value.as_dictionary().unwrap(), INFO, "").len()
    };
    assert_eq!(list("<key>LSRequiresIPhoneOS</key><true/>"), 0);
    for wrong in [
        "<key>LSRequiresIPhoneOs</key><true/>",
        "<key>LSRequiresIPhoneOS</key><string>YES</string>",
        "<key>CFBundleVersion</key><string>0.1.0-rc</string>",
        "<key>UIDeviceFamily</key><array><string>1</string></array>",
        "<key>UIApplicationSceneManifest</key><dict><key>Scenes</key><false/></dict>",
        "<key>CFBundleURLTypes</key><array><string>latchkey</string></array>",
    ] {
        assert_eq!(list(wrong), 1, "{wrong}");
    }
}

/// The conditions of `plutil -lint`, and that no key is there twice, which it does not find.
#[test]
fn lists_are_well_formed() {
    const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
                        \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n";
    for (path, _) in LISTS {
        let text = fs::read_to_string(in_project(path)).unwrap();
        assert!(text.starts_with(HEAD), "{path}");
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let document = Document::parse_with_options(&text, options).unwrap();
        assert_eq!(document.root_element().attribute("version"), Some("1.0"), "{path}");
        for list in document.descendants().filter(|node| node.has_tag_name("dict")) {
            let items: Vec<_> = list.children().filter(|node| node.is_element()).collect();
            let (pairs, rest) = items.as_chunks::<2>();
            assert!(rest.is_empty(), "{path}: a key has no value");
            let mut keys: Vec<_> = pairs.iter().map(|[key, _]| key.text().unwrap_or_default()).collect();
            assert!(pairs.iter().all(|[key, _]| key.has_tag_name("key")), "{path}");
            keys.sort_unstable();
            let twice: Vec<_> = keys.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(twice.is_empty(), "{path}: {twice:?}");
        }
    }
}

#[test]
fn lists_have_what_the_app_store_requires() {
    let both = [
        "CFBundleDevelopmentRegion",
        "CFBundleExecutable",
        "CFBundleIdentifier",
        "CFBundleInfoDictionaryVersion",
        "CFBundleName",
        "CFBundlePackageType",
        "CFBundleShortVersionString",
        "CFBundleVersion",
    ];
    let ios = [
        "CFBundleSupportedPlatforms",
        "LSRequiresIPhoneOS",
        "MinimumOSVersion",
        "UIApplicationSceneManifest",
        "UIDeviceFamily",
        "UILaunchScreen",
        "UIRequiredDeviceCapabilities",
        "UISupportedInterfaceOrientations",
    ];
    let macos = ["CFBundleIconFile", "LSApplicationCategoryType", "LSMinimumSystemVersion"];
    for (path, keys) in [("ios", &ios[..]), ("macos", &macos)] {
        let info = dictionary(format!("platform/apple/{path}.plist"));
        for key in both.iter().chain(keys) {
            assert!(info.contains_key(key), "{path} has no {key}");
        }
        let identifier = text(&info, "CFBundleIdentifier");
        assert!(identifier.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte)));
    }
    // An app that can share the screen of an iPad must turn into all directions.
    let info = dictionary("platform/apple/ios.plist");
    let directions = info["UISupportedInterfaceOrientations~ipad"].as_array().unwrap();
    assert_eq!(directions.len(), ORIENTATIONS.len());
}
