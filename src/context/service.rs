//! A recovery service as a prop.

use std::{ops::Deref, rc::Rc};

use crate::service::RecoveryService;

/// A shared recovery service as a prop. Two are equal if they are the same object.
#[derive(Clone)]
pub struct Service(Rc<dyn RecoveryService>);

impl Service {
    /// Shares `service`. Create it once, not at every render.
    pub fn new(service: impl RecoveryService + 'static) -> Self {
        Self(Rc::new(service))
    }
}

impl Deref for Service {
    type Target = Rc<dyn RecoveryService>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl PartialEq for Service {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
