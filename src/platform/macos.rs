//! macOS: the installed bundle registers its links.

use crate::registration::{Handler, RegistryError, SchemeRegistry, Status};

/// The registry that the bundle fills.
///
/// # Errors
/// Never fails. Other systems return an error if there is no home folder.
pub fn scheme_registry() -> Result<impl SchemeRegistry, RegistryError> {
    Ok(KeptByBundle)
}

struct KeptByBundle;

impl SchemeRegistry for KeptByBundle {
    fn register(&self, _: &Handler) -> Result<Status, RegistryError> {
        Ok(Status::SetByBundle)
    }

    fn unregister(&self, _: &Handler) -> Result<Status, RegistryError> {
        Ok(Status::SetByBundle)
    }

    fn status(&self, _: &Handler) -> Result<Status, RegistryError> {
        Ok(Status::SetByBundle)
    }
}
