//! Finds server secrets in a contract: everybody who installs the app can read it. The value decides, not its name.

use crate::{
    contract::{Contract, Variable},
    diagnostic::Diagnostics,
    secrets,
    span::Key,
    template::Template,
};

const SERVER_SECRET: &str = "this is a server secret, which everybody who installs the app could read; use a public key, or a server of your own in between";

/// A value at a named place: a header, a parameter, or a member of a body.
pub(super) fn check(
    contract: &Contract,
    place: &[Key],
    name: &str,
    value: &Template,
    diagnostics: &mut Diagnostics,
) {
    let text = value.to_string();
    if secrets::is_secret_value(&text) {
        return diagnostics.add(place.to_vec(), SERVER_SECRET);
    }
    // A value that the server, the email or this device creates during the recovery is no secret of the contract.
    let mut names = value.names().peekable();
    let is_literal = names.peek().is_none();
    let kept = names.find(|name| contract.vars.contains_key(*name) && !is_public(contract, name));
    if secrets::is_secret_name(name) && (is_literal || kept.is_some()) && !text.is_empty() {
        return diagnostics.add(place.to_vec(), SERVER_SECRET);
    }
    if !secrets::is_key_name(name, is_literal) && !secrets::is_credential(&text) {
        return;
    }
    let problem = match kept {
        Some(variable) => format!(
            "everybody who installs the app can read {{{variable}}}; if it is a public key, write public = [\"{variable}\"] at \
             the top of the file"
        ),
        None if is_literal && !text.is_empty() => {
            "everybody who installs the app can read this key; if it is public, make it the \
             `default` of a variable that is named in `public`"
                .to_owned()
        }
        None => return,
    };
    diagnostics.add(place.to_vec(), problem);
}

/// The names in `public`, and the defaults of variables.
pub(super) fn variables(contract: &Contract, diagnostics: &mut Diagnostics) {
    let steps = contract.operations().into_iter().flat_map(|(_, steps)| steps);
    for (index, name) in contract.public.iter().enumerate() {
        let is_captured = steps.clone().any(|step| step.captures().any(|captured| captured == name));
        if !is_captured && !contract.vars.contains_key(name) {
            let problem = format!("`{name}` is neither captured nor in [vars]; leave it out");
            diagnostics.add(vec!["public".into(), index.into()], problem);
        }
    }
    for (name, variable) in &contract.vars {
        let Variable::Spec(spec) = variable else { continue };
        let Some(default) = &spec.default else { continue };
        let place = vec!["vars".into(), name.as_str().into(), "default".into()];
        if secrets::is_secret_value(default) {
            diagnostics.add(place, SERVER_SECRET);
        } else if secrets::is_credential(default) && !is_public(contract, name) {
            let problem = format!(
                "everybody who installs the app can read this key; if it is public, write public = [\"{name}\"]"
            );
            diagnostics.add(place, problem);
        }
    }
}

fn is_public(contract: &Contract, name: &str) -> bool {
    contract.public.iter().any(|public| public == name)
}
