//! What a start sends to the app that runs: one version byte, the id of this hand-over, two bytes of length (big-endian)
//! and that many bytes of UTF-8; none says "come to the front".

use std::fmt;
use std::io;

use zeroize::Zeroizing;

use crate::link::LINK_MAX_BYTES;

/// As a length it is longer than any link, so that a first format without a version refuses it.
const VERSION: u8 = 0xf2;
const ID_BYTES: usize = 16;
const HEAD_BYTES: usize = 1 + ID_BYTES + 2;

/// Names one hand-over: a start that hears no answer sends the same message again, and that is no second link.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct HandOverId([u8; ID_BYTES]);

impl HandOverId {
    pub(super) fn random() -> io::Result<Self> {
        let mut id = [0; ID_BYTES];
        getrandom::fill(&mut id).map_err(io::Error::other)?;
        Ok(Self(id))
    }
}

/// A link on its way from one process to another.
pub(super) struct Message {
    pub(super) id: HandOverId,
    pub(super) link: Zeroizing<String>,
}

impl Message {
    pub(super) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(HEAD_BYTES + self.link.len()));
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.id.0);
        // A link that is too long is not sent: `claim` looks first.
        bytes.extend_from_slice(&u16::try_from(self.link.len()).unwrap_or(u16::MAX).to_be_bytes());
        bytes.extend_from_slice(self.link.as_bytes());
        bytes
    }

    /// Reads a message by `fill`, at most [`HEAD_BYTES`] and 4,096 bytes, whatever the other side sends.
    ///
    /// # Errors
    /// `InvalidData` for what is no message of this version; and those of `fill`.
    pub(super) fn read(mut fill: impl FnMut(&mut [u8]) -> io::Result<()>) -> io::Result<Self> {
        let invalid = || io::Error::from(io::ErrorKind::InvalidData);
        let mut version = [0];
        fill(&mut version)?;
        if version != [VERSION] {
            return Err(invalid());
        }
        let (mut id, mut length) = ([0; ID_BYTES], [0; 2]);
        fill(&mut id)?;
        fill(&mut length)?;
        let length = usize::from(u16::from_be_bytes(length));
        if length > LINK_MAX_BYTES {
            return Err(invalid());
        }
        let mut bytes = Zeroizing::new(vec![0; length]);
        fill(&mut bytes)?;
        let link = std::str::from_utf8(&bytes).map_err(|_| invalid())?;
        Ok(Self { id: HandOverId(id), link: Zeroizing::new(link.to_owned()) })
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::io::Read as _;

    use proptest::prelude::*;

    use super::*;

    fn read(mut bytes: &[u8]) -> io::Result<Message> {
        Message::read(|buffer| bytes.read_exact(buffer))
    }

    #[test]
    fn what_is_written_is_read_again() {
        for link in ["", "latchkey://reset-password?token=x", &"ü".repeat(LINK_MAX_BYTES / 2)] {
            let message = Message { id: HandOverId::random().unwrap(), link: Zeroizing::new(link.into()) };
            let again = read(&message.to_bytes()).unwrap();
            assert!(again.id == message.id && again.link == message.link, "{} bytes", link.len());
        }
    }

    #[test]
    fn two_hand_overs_of_one_link_are_told_apart() {
        assert!(HandOverId::random().unwrap() != HandOverId::random().unwrap());
    }

    #[test]
    fn nothing_of_a_link_shows_in_debug() {
        let link = Zeroizing::new("latchkey://reset-password?token=canary".to_owned());
        let message = Message { id: HandOverId::random().unwrap(), link };
        assert!(!format!("{message:?}").contains("canary"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_bytes_panic_or_ask_for_more_than_a_link(mut bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            for version in [None, Some(VERSION)] {
                if let (Some(first), Some(version)) = (bytes.first_mut(), version) {
                    *first = version;
                }
                let (mut rest, mut asked) = (&bytes[..], 0);
                let _ = Message::read(|buffer| {
                    asked += buffer.len();
                    rest.read_exact(buffer)
                });
                prop_assert!(asked <= HEAD_BYTES + LINK_MAX_BYTES);
            }
        }
    }
}
