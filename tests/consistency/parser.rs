//! The link rules that build.rs generates from `Dioxus.toml`.

use latchkey::link::RecoveryLink;

use crate::source::Source;
use crate::support::program::program;

#[test]
fn link_rules_match_dioxus_toml() {
    let (source, rules) = (Source::read(), program().identity.link_rules());
    assert_eq!(rules.schemes, source.schemes());
    assert_eq!(rules.hosts, source.hosts());
    assert_eq!(rules.paths, source.paths());
    assert_eq!((program().identity.id(), program().name), (source.identifier(), source.name()));
    let token = "?token=c2l4dGVlbi1ieXRlcy1hdC1sZWFzdA";
    for path in source.paths() {
        for scheme in source.schemes() {
            let host_and_path = path.trim_start_matches('/');
            for link in [format!("{scheme}://{host_and_path}"), format!("{scheme}://{path}")] {
                assert!(RecoveryLink::parse(&format!("{link}{token}"), &rules).is_ok(), "{link}");
            }
        }
        for host in source.hosts() {
            let link = format!("https://{host}{path}{token}");
            assert!(RecoveryLink::parse(&link, &rules).is_ok(), "{link}");
        }
    }
}
