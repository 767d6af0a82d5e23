//! Where in a body to look: JSON pointers (RFC 6901), and beyond them members that are chosen by what they are. Pure.

use serde_json::Value;

/// What stands at a pointer. `*` is any member, `*status=verified,type=totp` any that has these texts, and `*=S256` any
/// that is this text.
pub fn at<'a>(body: &'a Value, pointer: &str) -> Vec<&'a Value> {
    let mut found = vec![body];
    for key in pointer.split('/').skip(1) {
        let key = key.replace("~1", "/").replace("~0", "~");
        found = found.into_iter().flat_map(|value| members(value, &key)).collect();
    }
    found
}

/// Whether a pointer ends by choosing members: that there is one tells already.
pub fn chooses(pointer: &str) -> bool {
    pointer.rsplit('/').next().is_some_and(|last| last.starts_with('*'))
}

fn members<'a>(value: &'a Value, key: &str) -> Vec<&'a Value> {
    match (key.strip_prefix('*'), value) {
        (Some(wanted), Value::Object(members)) => {
            members.values().filter(|value| is(value, wanted)).collect()
        }
        (Some(wanted), Value::Array(items)) => items.iter().filter(|value| is(value, wanted)).collect(),
        (None, Value::Object(members)) => members.get(key).into_iter().collect(),
        (None, Value::Array(items)) => {
            key.parse().ok().and_then(|index: usize| items.get(index)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a value has all that is wanted; nothing wanted is had by each.
fn is(value: &Value, wanted: &str) -> bool {
    wanted.split(',').filter(|text| !text.is_empty()).all(|text| {
        let (name, text) = text.split_once('=').unwrap_or((text, ""));
        let found = if name.is_empty() { Some(value) } else { value.get(name) };
        found.and_then(Value::as_str) == Some(text)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// A pointer of an operator's own is any text.
        #[test]
        fn no_pointer_makes_it_stumble(pointer in "[/*=,~01a-c]{0,12}") {
            let body = json!({ "a": { "b": ["c", { "c": "a" }] }, "": "~" });
            prop_assert!(at(&body, &pointer).len() <= 16);
            chooses(&pointer);
        }
    }

    #[test]
    fn members_are_found_by_name_by_place_and_by_what_they_are() {
        let body = json!({
            "a/b": 1, "c~d": 2, "list": ["x", "S256"],
            "factors": [{ "id": "1", "status": "unverified", "type": "totp" },
                        { "id": "2", "status": "verified", "type": "phone" },
                        { "id": "3", "status": "verified", "type": "totp" }],
        });
        for (pointer, found) in [
            ("/a~1b", vec![json!(1)]),
            ("/c~0d", vec![json!(2)]),
            ("/list/0", vec![json!("x")]),
            ("/list/2", vec![]),
            ("/list/x", vec![]),
            ("/list/*", vec![json!("x"), json!("S256")]),
            ("/list/*=S256", vec![json!("S256")]),
            ("/list/*=s256", vec![]),
            ("/factors/*/id", vec![json!("1"), json!("2"), json!("3")]),
            ("/factors/*status=verified/id", vec![json!("2"), json!("3")]),
            ("/factors/*status=verified,type=totp/id", vec![json!("3")]),
            ("/factors/*id/id", vec![]),
            ("/nowhere/*=x", vec![]),
        ] {
            assert_eq!(at(&body, pointer), found.iter().collect::<Vec<_>>(), "{pointer}");
        }
        assert_eq!(at(&body, ""), [&body]);
        assert!(chooses("/list/*=S256") && chooses("/*") && !chooses("/*/id") && !chooses(""));
    }
}
