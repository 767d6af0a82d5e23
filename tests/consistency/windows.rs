//! Windows: the program registers itself, and the installers call it.

use std::fs;
use std::process::Command;

use clap::Parser as _;
use latchkey::cli::{Arguments, Command as Subcommand, LinkAction};
use latchkey::registration::{Handler, registry_values};
use latchkey::vault::VaultStatus;
use roxmltree::{Document, Node};

use crate::source::{Source, in_project};
use crate::support::program::identity;

#[test]
fn registered_schemes_match_dioxus_toml() {
    let source = Source::read();
    let handler = Handler::for_current_program(&identity(), source.name(), "Latchkey").unwrap();
    assert_eq!(handler.schemes, source.schemes());
    for scheme in source.schemes() {
        let values = registry_values(&handler, scheme);
        let root = format!(r"Software\Classes\{scheme}");
        assert!(values.iter().all(|value| value.key.starts_with(&root)), "{values:?}");
        assert!(values.iter().any(|value| value.name == "URL Protocol"), "{values:?}");
    }
}

/// The arguments that the installer calls the program with, in order.
fn installer_calls(source: &Source) -> Vec<String> {
    let hooks = fs::read_to_string(in_project(source.text("bundle.windows.nsis.installer_hooks"))).unwrap();
    let program = format!(r#""$INSTDIR\{}.exe""#, source.name());
    let calls = hooks.lines().filter_map(|line| line.trim().strip_prefix("ExecWait '")?.strip_suffix('\''));
    calls
        .map(|call| {
            call.strip_prefix(&program).expect("the installer calls another program").trim().to_owned()
        })
        .collect()
}

/// `dx` installs the launcher only.
#[test]
fn installer_adds_and_removes_the_program_with_the_window() {
    let source = Source::read();
    let [_, window] = source.programs();
    let hooks = fs::read_to_string(in_project(source.text("bundle.windows.nsis.installer_hooks"))).unwrap();
    let built = format!(r#"!define WINDOW_PROGRAM "${{__FILEDIR__}}\..\..\target\release\{window}.exe""#);
    for line in
        [built, r#"File "${WINDOW_PROGRAM}""#.to_owned(), format!(r#"Delete "$INSTDIR\{window}.exe""#)]
    {
        assert!(hooks.lines().any(|other| other.trim() == line), "the installer has no line {line}");
    }
}

#[test]
fn installer_registers_for_the_current_user_and_unregisters() {
    let source = Source::read();
    assert_eq!(source.text("bundle.windows.nsis.install_mode"), "CurrentUser");
    let actions: Vec<_> = installer_calls(&source).iter().map(|call| link_action(&source, call)).collect();
    assert!(matches!(actions[..], [LinkAction::Register, LinkAction::Unregister]));
}

/// What the program does with these arguments.
fn link_action(source: &Source, call: &str) -> LinkAction {
    let words = [source.name()].into_iter().chain(call.split(' '));
    match Arguments::try_parse_from(words).unwrap_or_else(|e| panic!("{e}")).command {
        Some(Subcommand::Link { action }) => action,
        _ => panic!("unexpected call: {call}"),
    }
}

#[test]
fn msi_is_for_one_user_and_contains_both_programs() {
    let source = Source::read();
    let text = fs::read_to_string(in_project("platform/windows/latchkey.wxs")).unwrap();
    let document = Document::parse(&text).unwrap();
    let all = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name(name));
    let values = |name, key| all(name).map(|node| node.attribute(key).unwrap()).collect::<Vec<_>>();
    assert_eq!(values("Product", "Name"), ["Latchkey"]);
    assert_eq!(values("Package", "InstallScope"), ["perUser"]);
    let programs = source.programs().map(|program| format!("{program}.exe"));
    assert_eq!(values("File", "Name"), [&programs[0], &programs[1], "LICENSE.txt"]);
    // Windows takes identifiers in capitals only.
    for code in all("Product").chain(all("Component")).flat_map(|node| node.attributes()) {
        let is_code = ["UpgradeCode", "Guid"].contains(&code.name());
        assert!(!is_code || code.value() == code.value().to_uppercase(), "{}", code.value());
    }
}

/// With the rights of the user and while the program is there: after it is installed, and before it is removed.
#[test]
fn msi_registers_links_and_unregisters_them() {
    const BEGIN: u32 = 1500;
    const REMOVE_FILES: u32 = 3500;
    const INSTALL_FILES: u32 = 4000;
    const END: u32 = 6600;
    let source = Source::read();
    let text = fs::read_to_string(in_project("platform/windows/latchkey.wxs")).unwrap();
    let document = Document::parse(&text).unwrap();
    let sequence = |id| {
        let is_it = |node: &Node<'_, '_>| node.has_tag_name("Custom") && node.attribute("Action") == Some(id);
        document.descendants().find(is_it).unwrap().attribute("Sequence").unwrap().parse::<u32>().unwrap()
    };
    let mut actions = Vec::new();
    for call in document.descendants().filter(|node| node.has_attribute("ExeCommand")) {
        assert_eq!(call.attribute("FileKey"), Some("Launcher"));
        assert_eq!(
            (call.attribute("Execute"), call.attribute("Impersonate")),
            (Some("deferred"), Some("yes"))
        );
        let action = link_action(&source, call.attribute("ExeCommand").unwrap());
        let allowed = match action {
            LinkAction::Register => INSTALL_FILES..END,
            _ => BEGIN..REMOVE_FILES,
        };
        let id = call.attribute("Id").unwrap();
        assert!(allowed.contains(&sequence(id)), "{id}");
        actions.push(action);
    }
    assert!(matches!(actions[..], [LinkAction::Register, LinkAction::Unregister]));
}

/// The fields that version 1.10.0 of the published schema requires, and what must match the installer.
#[test]
fn winget_manifest_matches_dioxus_toml() {
    let source = Source::read();
    let folder = tempfile::tempdir().unwrap();
    let installer = folder.path().join("latchkey.msi");
    fs::write(&installer, "an installer").unwrap();
    let address = "https://downloads.latchkey.example/latchkey.msi";
    let mut script = Command::new(in_project("scripts/windows-package"));
    assert!(script.arg("winget").arg(&installer).arg(address).arg(folder.path()).status().unwrap().success());
    let id = format!("{}.Latchkey", source.text("bundle.publisher"));
    let common = [
        format!("PackageIdentifier: {id}"),
        format!("PackageVersion: {}", env!("CARGO_PKG_VERSION")),
        "ManifestVersion: 1.10.0".into(),
    ];
    let of_installer = vec![
        "ManifestType: installer".into(),
        "InstallerType: msi".into(),
        "Scope: user".into(),
        format!("Commands: [{}]", source.name()),
        format!("Protocols: [{}]", source.schemes().join(", ")),
        "- PackageIdentifier: Microsoft.EdgeWebView2Runtime".into(),
        "- Architecture: x64".into(),
        format!("InstallerUrl: {address}"),
        // `printf 'an installer' | sha256sum`
        "InstallerSha256: B2B3A11C02F14E36F2A5C148DB1B5924FA96141DA4B2FBFB262A469DF53F6750".into(),
    ];
    let of_locale = vec![
        "ManifestType: defaultLocale".into(),
        "PackageLocale: en-US".into(),
        "PackageName: Latchkey".into(),
        format!("Publisher: {}", source.text("bundle.publisher")),
        format!("License: {}", env!("CARGO_PKG_LICENSE")),
        format!("ShortDescription: {}", source.text("bundle.short_description")),
    ];
    let of_version = vec!["ManifestType: version".into(), "DefaultLocale: en-US".into()];
    for (kind, lines) in [("", of_version), (".installer", of_installer), (".locale.en-US", of_locale)] {
        let text = fs::read_to_string(folder.path().join(format!("{id}{kind}.yaml"))).unwrap();
        for line in common.iter().chain(&lines) {
            assert!(text.lines().any(|other| other.trim() == line), "no line {line} in\n{text}");
        }
    }
}

/// `scripts/windows` runs only by name, so a renamed status would be found late.
#[test]
fn script_expects_the_status_of_the_vault() {
    let script = fs::read_to_string(in_project("scripts/windows")).unwrap();
    let status = VaultStatus::Persistent;
    for expected in [format!("\"{status:?}\""), format!("\"{status:?}: 1, then 0\"")] {
        assert!(script.contains(&expected), "scripts/windows does not expect {expected}");
    }
}
