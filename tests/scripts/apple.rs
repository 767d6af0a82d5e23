//! `./scripts/apple` on a Mac whose programs are stand-ins (`stub_mac.py`): what it builds, exports and reports.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use plist::{Dictionary, Value};
use tempfile::TempDir;

use super::executables::write_executable;

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");
const TOOLS: [&str; 12] = [
    "codesign",
    "curl",
    "ditto",
    "dx",
    "plutil",
    "security",
    "spctl",
    "sw_vers",
    "uname",
    "unzip",
    "xcodebuild",
    "xcrun",
];

/// A Mac without anything built.
struct Mac {
    folder: TempDir,
}

impl Mac {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // Without the detours of the first `python3`, which may be a script, and of site packages.
        let python =
            Command::new("python3").args(["-c", "import sys; print(sys.executable)"]).output().unwrap();
        let first_line = format!("#!{} -SE", String::from_utf8(python.stdout).unwrap().trim());
        let stand_in = fs::read_to_string(Path::new(PROJECT).join("tests/scripts/stub_mac.py")).unwrap();
        let stand_in = stand_in.replacen("#!/usr/bin/env python3", &first_line, 1);
        for tool in TOOLS {
            write_executable(&folder.path().join("bin").join(tool), &stand_in);
        }
        fs::write(folder.path().join("profile"), "signed by Apple").unwrap();
        fs::write(folder.path().join("calls"), "").unwrap();
        Self { folder }
    }

    /// A path below the folder of what is built.
    fn built(&self, path: &str) -> PathBuf {
        self.folder.path().join("target").join(path)
    }

    fn run(&self, arguments: &str, environment: &[(&str, &str)]) -> Output {
        let mut folders = vec![self.folder.path().join("bin")];
        folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap()));
        let arguments = arguments.replace("PROFILE", self.folder.path().join("profile").to_str().unwrap());
        Command::new("bash")
            .arg("-c")
            .arg(arguments)
            .current_dir(PROJECT)
            .env("PATH", std::env::join_paths(folders).unwrap())
            .env("CALLS", self.folder.path().join("calls"))
            .env("CARGO_TARGET_DIR", self.folder.path().join("target"))
            .env("LATCHKEY_CHECK_PAUSE", "0")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::null())
            .env_remove("LATCHKEY_SIGNING_IDENTITY")
            .envs(environment.iter().copied())
            .output()
            .unwrap()
    }

    #[track_caller]
    fn run_well(&self, arguments: &str) -> Output {
        let output = self.run(arguments, &[]);
        assert!(output.status.success(), "{output:?}");
        output
    }

    /// The calls of the programs with this in them, in order, with paths from the folder of what is built.
    fn calls(&self, with: &str) -> Vec<String> {
        let calls = fs::read_to_string(self.folder.path().join("calls")).unwrap();
        let calls = calls.replace(self.built("").to_str().unwrap(), "");
        calls.lines().filter(|call| call.contains(with)).map(str::to_owned).collect()
    }

    fn list(&self, path: &str) -> Dictionary {
        Value::from_file(self.built(path)).unwrap().into_dictionary().unwrap()
    }

    fn report(&self) -> String {
        fs::read_to_string(self.built("apple/check/report.md")).unwrap()
    }
}

#[track_caller]
fn text<'a>(list: &'a Dictionary, key: &str) -> &'a str {
    list[key].as_string().unwrap()
}

#[test]
fn ipa_has_icons_privacy_manifest_and_tool_versions() {
    let mac = Mac::new();
    mac.run_well("./scripts/apple ipa PROFILE");
    let app = "apple/unpacked/Payload/Latchkey.app";
    let info = mac.list(&format!("{app}/Info.plist"));
    for (key, value) in [
        ("BuildMachineOSBuild", "25B78"),
        ("DTPlatformName", "iphoneos"),
        ("DTPlatformVersion", "26.1"),
        ("DTSDKName", "iphoneos26.1"),
        ("DTSDKBuild", "23B77"),
        ("DTXcode", "2611"),
        ("DTXcodeBuild", "17B100"),
    ] {
        assert_eq!(text(&info, key), value, "{key}");
    }
    for key in ["CFBundleIcons", "CFBundleIcons~ipad"] {
        let icons = info[key].as_dictionary().unwrap()["CFBundlePrimaryIcon"].as_dictionary().unwrap();
        assert_eq!(text(icons, "CFBundleIconName"), "AppIcon");
    }
    // Everything else is as `dx` copied it.
    let ours = Value::from_file(Path::new(PROJECT).join("platform/apple/ios.plist")).unwrap();
    for (key, value) in ours.as_dictionary().unwrap() {
        assert_eq!(info.get(key), Some(value), "{key}");
    }
    let privacy = fs::read(Path::new(PROJECT).join("platform/apple/PrivacyInfo.xcprivacy")).unwrap();
    assert_eq!(fs::read(mac.built(&format!("{app}/PrivacyInfo.xcprivacy"))).unwrap(), privacy);

    let options = mac.list("apple/ExportOptions.plist");
    assert_eq!(text(&options, "teamID"), "TEAM123456");
    let profiles = options["provisioningProfiles"].as_dictionary().unwrap();
    assert_eq!(text(profiles, "app.latchkey.Latchkey"), "A profile");
    let entitlements = mac.list("apple/ios.entitlements");
    assert_eq!(text(&entitlements, "application-identifier"), "TEAM123456.app.latchkey.Latchkey");
}

#[test]
fn incomplete_ipa_is_refused() {
    let mac = Mac::new();
    let output = mac.run("./scripts/apple ipa PROFILE", &[("LOST_FILE", "Assets.car")]);
    assert!(!output.status.success());
    let app = mac.built("apple/unpacked/Payload/Latchkey.app");
    fs::write(app.join("Assets.car"), "icons").unwrap();
    let check = "set -euo pipefail; . scripts/cross.sh; . scripts/apple.d/build.sh
        check_layout $CARGO_TARGET_DIR/apple/unpacked";
    mac.run_well(check);
    for file in ["Assets.car", "PrivacyInfo.xcprivacy", "embedded.mobileprovision", "latchkey"] {
        fs::rename(app.join(file), mac.built("lost")).unwrap();
        let output = mac.run(check, &[]);
        let message = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && message.contains(file), "{message}");
        fs::rename(mac.built("lost"), app.join(file)).unwrap();
    }
    fs::write(app.join("libextra.dylib"), "code").unwrap();
    assert!(!mac.run(check, &[]).status.success());
}

#[test]
fn kind_of_profile_decides_the_export_method() {
    let mac = Mac::new();
    let script = "set -euo pipefail; folder=$CARGO_TARGET_DIR; mkdir -p $folder; . scripts/apple.d/build.sh
        read_profile PROFILE; export_method";
    for (kind, method) in [
        ("development", "debugging"),
        ("ad hoc", "release-testing"),
        ("in house", "enterprise"),
        ("store", "app-store-connect"),
    ] {
        let output = mac.run(script, &[("PROFILE_KIND", kind)]);
        assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), method, "{kind}");
    }
}

#[test]
fn mac_app_runs_on_both_processors_and_is_notarized_after_signing() {
    let mac = Mac::new();
    mac.run_well("./scripts/apple macos PROFILE latchkey-notary");
    let program = fs::read_to_string(mac.built("apple/Latchkey.app/Contents/MacOS/latchkey")).unwrap();
    assert_eq!(program, "universal\n");
    assert_eq!(
        mac.calls("lipo"),
        ["xcrun lipo -create apple/aarch64-apple-darwin/Latchkey.app/Contents/MacOS/latchkey \
          apple/x86_64-apple-darwin/Latchkey.app/Contents/MacOS/latchkey \
          -output apple/Latchkey.app/Contents/MacOS/latchkey"]
    );
    assert_eq!(
        mac.calls("apple/Latchkey.")
            .iter()
            .filter(|call| !call.contains("lipo"))
            .map(String::as_str)
            .collect::<Vec<_>>(),
        [
            "codesign --force --entitlements apple/macos.entitlements --sign Apple --options runtime --timestamp \
             apple/Latchkey.app",
            "codesign --verify --strict --verbose=2 apple/Latchkey.app",
            "ditto -c -k --keepParent apple/Latchkey.app apple/Latchkey.zip",
            "xcrun notarytool submit apple/Latchkey.zip --keychain-profile latchkey-notary --wait",
            "xcrun stapler staple apple/Latchkey.app",
            "spctl --assess --type execute --verbose apple/Latchkey.app",
            "ditto -c -k --keepParent apple/Latchkey.app apple/Latchkey.zip",
        ]
    );
}

/// The lines of the list for iOS in docs/platforms.md.
fn steps() -> Vec<String> {
    let page = fs::read_to_string(Path::new(PROJECT).join("docs/platforms.md")).unwrap();
    let section = page.split("\n### ").find(|section| section.starts_with("iOS")).unwrap();
    let is_step = |line: &&str| line.starts_with(|first: char| first.is_ascii_digit());
    section.lines().filter(is_step).map(str::to_owned).collect()
}

/// The steps of a report, and the verdict on each.
fn verdicts(report: &str) -> Vec<(&str, &str)> {
    let steps = report.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_digit()));
    steps.filter_map(|line| line.strip_suffix("**")?.split_once(" **")).collect()
}

#[test]
fn check_walks_all_steps_in_the_simulator() {
    let mac = Mac::new();
    mac.run_well("./scripts/apple check");
    let report = mac.report();
    let verdicts = verdicts(&report);
    assert_eq!(verdicts.len(), 15);
    assert_eq!(verdicts.iter().map(|(step, _)| *step).collect::<Vec<_>>(), steps());
    // Nobody is there to look at the rest.
    assert!(report.contains("1 of 15 steps passed, 0 failed, 14 are open."), "{report}");
    assert_eq!(verdicts[0].1, "passed", "{report}");
    assert!(report.contains("Xcode 26.1.1 Build version 17B100, on the simulator"), "{report}");
    assert!(!report.lines().any(|line| line.starts_with("   - ") && line.contains("://")), "{report}");
    // Cold starts end the app first, warm ones do not.
    let device = "xcrun simctl";
    let token = "c2l4dGVlbi1ieXRlcy1hdC1sZWFzdA";
    let opened: Vec<_> = mac
        .calls(device)
        .into_iter()
        .filter(|call| call.contains(" openurl ") || call.contains(" terminate "))
        .map(|call| call.rsplit(' ').next().unwrap().to_owned())
        .collect();
    let at = opened.iter().position(|link| *link == format!("latchkey://reset-password?token={token}"));
    let at = at.unwrap();
    assert_eq!(
        opened[at - 1..at + 2],
        [
            "app.latchkey.Latchkey".to_owned(),
            format!("latchkey://reset-password?token={token}"),
            format!("latchkey://reset-password?token={token}2"),
        ]
    );
    assert!(mac.built("apple/check/6-cold.png").exists());
}

#[test]
fn check_reports_an_app_that_ends_and_a_token_in_the_log() {
    let mac = Mac::new();
    let log = "opened c2l4dGVlbi1ieXRlcy1hdC1sZWFzdA";
    let output = mac.run("./scripts/apple check", &[("ENDS_APP", "latchkey://x:99999/"), ("LOG", log)]);
    assert_eq!(output.status.code(), Some(1));
    let report = mac.report();
    let failed: Vec<_> = report.lines().filter(|line| line.contains("FAILED:")).collect();
    assert_eq!(
        failed,
        [
            "   - FAILED: the app runs after a link that is no valid URL, warm",
            "   - FAILED: the app runs after a link that is no valid URL, cold",
            "   - FAILED: the app's log has no token",
        ]
    );
}

#[test]
fn person_with_a_phone_passes_every_step() {
    let mac = Mac::new();
    let folder = mac.built("check");
    let answers = "yes y | python3 scripts/apple.d/check.py --person phone PHONE-1 APP FOLDER";
    let app = mac.built("Latchkey.app");
    fs::create_dir_all(&app).unwrap();
    fs::copy(
        Path::new(PROJECT).join("platform/apple/PrivacyInfo.xcprivacy"),
        app.join("PrivacyInfo.xcprivacy"),
    )
    .unwrap();
    mac.run_well(&answers.replace("APP", app.to_str().unwrap()).replace("FOLDER", folder.to_str().unwrap()));
    let report = fs::read_to_string(folder.join("report.md")).unwrap();
    assert!(report.contains("15 of 15 steps passed, 0 failed, 0 are open."), "{report}");
}

#[test]
fn check_installs_the_signed_app_on_a_connected_phone() {
    let mac = Mac::new();
    mac.run_well("./scripts/apple check PROFILE");
    let app = "dx/latchkey/release/ios/Latchkey.app";
    let calls = mac.calls("");
    let at = |start: &str| calls.iter().position(|call| call.starts_with(start)).unwrap();
    assert!(
        at("codesign --force") < at(&format!("xcrun devicectl device install app --device PHONE-1 {app}"))
    );
    let cold = "xcrun devicectl device process launch --device PHONE-1 --terminate-existing --payload-url latchkey://x:";
    let warm = "xcrun devicectl device process launch --device PHONE-1 --payload-url latchkey://x:";
    assert!(at(warm) < at(cold));
    assert!(mac.calls("simctl").is_empty());
    assert!(mac.report().contains("on the phone PHONE-1"));
}
