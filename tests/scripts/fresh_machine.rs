//! `scripts/bootstrap` installs every program that the project starts and that a fresh machine does not have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::programs::{BASE, COMPUTED, ELSEWHERE, INSTALLED, NOT_STARTED, OPTIONAL, OWN};
use super::started::{Locations, Source, StartedPrograms, parse, project, started_programs, walk};

fn text(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn file_of(place: &str) -> &str {
    place.rsplit_once(':').unwrap().0
}

/// `program at path:line` for each start of a program that is in no list.
fn unlisted(named: &Locations) -> Vec<String> {
    let everywhere =
        |name: &str| BASE.contains(&name) || INSTALLED.iter().any(|(program, ..)| *program == name);
    let in_file = |name: &str, file: &str| {
        OPTIONAL.iter().any(|(program, user, _)| (*program, *user) == (name, file))
            || ELSEWHERE.contains(&(name, file))
    };
    named
        .iter()
        .filter(|(name, _)| !everywhere(name))
        .flat_map(|(name, places)| places.iter().map(move |place| (name, place)))
        .filter(|(name, place)| !in_file(name, file_of(place)))
        .map(|(name, place)| format!("{name} at {place}"))
        .collect()
}

/// The unused entries of the lists.
fn unused(named: &Locations) -> Vec<&'static str> {
    let in_file = |name: &str, file: &str| {
        named.get(name).is_some_and(|places| places.iter().any(|place| file_of(place) == file))
    };
    let everywhere = BASE.iter().chain(INSTALLED.iter().map(|(program, ..)| program)).copied();
    let everywhere = everywhere.filter(|name| !named.contains_key(*name));
    let in_files =
        OPTIONAL.iter().map(|(program, file, _)| (*program, *file)).chain(ELSEWHERE.iter().copied());
    everywhere.chain(in_files.filter(|(name, file)| !in_file(name, file)).map(|(name, _)| name)).collect()
}

/// The apt packages in each group of `scripts/bootstrap`.
fn packages(bootstrap: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut groups = BTreeMap::new();
    walk(parse(bootstrap).root_node(), &mut |node| {
        if node.kind() != "variable_assignment" {
            return;
        }
        let name = bootstrap[node.child_by_field_name("name").unwrap().byte_range()].to_owned();
        let value = node.child_by_field_name("value").filter(|value| value.kind() == "array");
        let Some(value) = value else { return };
        let words = value
            .named_children(&mut value.walk())
            .map(|word| bootstrap[word.byte_range()].to_owned())
            .collect();
        // The apt packages come first; the names on other systems follow.
        groups.entry(name).or_insert(words);
    });
    groups
}

/// Whether a script checks that a program is installed.
fn checks_for(script: &str, program: &str) -> bool {
    let is_program = |word: &str| word.split(':').next() == Some(program);
    script
        .lines()
        .filter(|line| {
            ["command -v ", "needs ", "for tool in ", "--version", "newest "]
                .iter()
                .any(|check| line.contains(check))
        })
        .any(|line| line.split(|c: char| c.is_whitespace() || "();\"'".contains(c)).any(is_program))
}

#[test]
fn started_programs_are_installed_or_checked_for() {
    let StartedPrograms { named, .. } = started_programs(&project());
    let found = unlisted(&named);
    assert!(found.is_empty(), "add these to a list in tests/scripts/programs.rs:\n{}", found.join("\n"));
}

#[test]
fn program_lists_have_no_unused_entries() {
    let StartedPrograms { named, .. } = started_programs(&project());
    assert_eq!(unused(&named), Vec::<&str>::new(), "remove these from tests/scripts/programs.rs");
}

#[test]
fn bootstrap_installs_exactly_the_started_programs() {
    let groups = packages(&text("scripts/bootstrap"));
    for (program, group, package) in INSTALLED {
        let has = groups.get(*group).is_some_and(|packages| packages.contains(*package));
        assert!(has, "{program} is started, but scripts/bootstrap has no {package} in {group}");
    }
    for (group, package) in groups.iter().flat_map(|(group, all)| all.iter().map(move |one| (group, one))) {
        let known = NOT_STARTED.contains(&package.as_str())
            || INSTALLED.iter().any(|(_, _, installed)| installed == package);
        // Other arrays, such as `as_root=(sudo env)`, contain no packages.
        let is_group = INSTALLED.iter().any(|(_, known, _)| known == group);
        assert!(known || !is_group, "scripts/bootstrap installs {package}, but no program of it is started");
    }
}

#[test]
fn scripts_check_for_optional_programs() {
    for (program, _, script) in OPTIONAL {
        assert!(checks_for(&text(script), program), "{script} does not check for {program}");
    }
}

#[test]
fn computed_program_names_are_known() {
    let expressions = |text: &str| {
        let source = Source { path: "tests/a.rs".into(), text: text.into() };
        started_programs(&[source]).computed.into_keys().collect::<Vec<_>>()
    };
    assert_eq!(expressions("Command::new(&name); files.command().arg(no)"), ["name"]);

    let StartedPrograms { computed, .. } = started_programs(&project());
    let used: BTreeSet<&str> = computed.keys().map(String::as_str).collect();
    assert!(OWN.iter().all(|own| used.contains(own)), "{computed:?}");
    let found: BTreeSet<(&str, &str)> = computed
        .iter()
        .filter(|(expression, _)| !OWN.contains(&expression.as_str()))
        .flat_map(|(expression, places)| {
            places.iter().map(move |place| (expression.as_str(), file_of(place)))
        })
        .collect();
    assert_eq!(found, COMPUTED.iter().copied().collect::<BTreeSet<_>>());
}

#[test]
fn programs_are_found_in_each_language() {
    let names = |path: &str, text: &str| {
        let source = Source { path: path.into(), text: text.into() };
        started_programs(&[source]).named.into_keys().collect::<Vec<_>>()
    };
    let none = Vec::<String>::new();

    let rust = "let a = Command::new(\"one\");\n// Command::new(\"no\")\ndesk.command(\"two\").arg(\"no\")";
    assert_eq!(names("tests/a.rs", rust), ["one", "two"]);
    assert_eq!(names("tests/a.rs", "Command::new(name)"), none);
    assert_eq!(names("tests/a.rs", "App::new(\"one\"); HeadlessApp::new(\"no\")"), ["one"]);
    assert_eq!(names("scripts/a.mjs", "run(); spawn(\"one\", [\"no\"]); /no/.exec(text)"), ["one"]);
    assert_eq!(
        names("scripts/a.py", "subprocess.run([\"one\", \"no\"])\n# subprocess.run([\"no\"])"),
        ["one"]
    );

    for (shell, programs) in [
        ("one --no | two && three; four", ["four", "one", "three", "two"].as_slice()),
        ("# no\nx=$(one \"$(two no)\") three=no four <<END\nno\nEND", &["four", "one", "two"]),
        ("case $1 in\nno | no2) one ;;\nesac\nall=(no no)\n[[ -z no ]] || two 'no; no'", &["one", "two"]),
        ("f() { one; }\nf no\n./no\necho no\ntwo", &["one", "two"]),
        ("exec env A=no one no\n\"${as_root[@]}\" two no", &["env", "one", "two"]),
        (
            "unshare --no setsid one no\ndbus-run-session -- two",
            &["dbus-run-session", "one", "setsid", "two", "unshare"],
        ),
        ("chroot \"$no\" one no\nchroot no env A=no two", &["chroot", "env", "one", "two"]),
        ("sudo sh -ec 'one no && two A=no' no\nbash \"$no\" 'no'", &["bash", "one", "sh", "sudo", "two"]),
    ] {
        assert_eq!(names("scripts/a", shell), programs, "{shell}");
        assert_eq!(names("e2e/src/a.sh", shell), programs, "{shell}");
        assert_eq!(names("docs/a.md", shell), none, "{shell}");
    }
}

#[test]
fn check_must_name_the_program() {
    for check in [
        "if ! command -v one >/dev/null; then",
        "needs one:package two:two",
        "for tool in two one; do",
        "$(one --version)",
    ] {
        assert!(checks_for(check, "one"), "{check}");
        assert!(!checks_for(check, "on"), "{check}");
    }
    assert!(!checks_for("one --all", "one"));
}
