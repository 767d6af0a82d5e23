//! deny.toml and about.toml list the same licenses.

use std::fs;

use toml::{Table, Value};

use super::source::in_project;

fn listed(file: &str, place: &[&str]) -> Value {
    let table: Table = fs::read_to_string(in_project(file)).unwrap().parse().unwrap();
    place.iter().fold(Value::Table(table), |value, key| value[*key].clone())
}

#[test]
fn accepted_licenses_match_allowed_licenses() {
    assert_eq!(listed("about.toml", &["accepted"]), listed("deny.toml", &["licenses", "allow"]));
}
