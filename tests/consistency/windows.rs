//! Windows: the program registers itself, and the installer calls it.

use std::fs;

use clap::Parser as _;
use latchkey::cli::{Arguments, Command, LinkAction};
use latchkey::registration::{Handler, registry_values};

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
    let actions = installer_calls(&source).into_iter().map(|call| {
        let words = [source.name()].into_iter().chain(call.split(' '));
        match Arguments::try_parse_from(words).unwrap_or_else(|e| panic!("{e}")).command {
            Some(Command::Link { action }) => action,
            _ => panic!("unexpected call: {call}"),
        }
    });
    let actions: Vec<_> = actions.collect();
    assert!(matches!(actions[..], [LinkAction::Register, LinkAction::Unregister]));
}
