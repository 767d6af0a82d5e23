//! macOS, where the installed bundle registers its links itself.

use crate::registration::{Handler, RegistryError, SchemeRegistry, Status};

/// The book that the installer keeps.
///
/// # Errors
/// None here; other systems may have no home folder.
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
