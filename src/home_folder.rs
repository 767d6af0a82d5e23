//! The home folder of the user.

/// The error text if the system has no home folder for this user.
pub(crate) const NO_HOME_FOLDER: &str = "this user has no home folder; set HOME";
