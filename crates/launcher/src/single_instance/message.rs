//! The message of a later start to the running app: a version byte, its id, a length of two bytes
//! (big-endian), and the link in UTF-8. An empty link means "come to the front".

use std::fmt;
use std::io;
use std::str::FromStr;

use latchkey_core::link::MAX_LINK_BYTES;
use zeroize::Zeroizing;

/// The first format had no version and started with the length. As a length, this is above the maximum, so it is refused.
const VERSION: u8 = 0xf2;
const ID_BYTES: usize = 16;
const HEADER_BYTES: usize = 1 + ID_BYTES + 2;

/// Identifies a message. A start without a response sends the same message again, and it counts once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MessageId([u8; ID_BYTES]);

impl MessageId {
    /// A new id.
    ///
    /// # Errors
    /// The operating system has no randomness.
    pub fn random() -> io::Result<Self> {
        let mut id = [0; ID_BYTES];
        getrandom::fill(&mut id).map_err(io::Error::other)?;
        Ok(Self(id))
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// The text is not the id of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a message id has 32 hexadecimal digits")]
pub struct InvalidMessageId;

impl FromStr for MessageId {
    type Err = InvalidMessageId;

    fn from_str(text: &str) -> Result<Self, InvalidMessageId> {
        let digits = text.len() == 2 * ID_BYTES && text.bytes().all(|digit| digit.is_ascii_hexdigit());
        let id = u128::from_str_radix(text, 16).ok().filter(|_| digits).ok_or(InvalidMessageId)?;
        Ok(Self(id.to_be_bytes()))
    }
}

/// A link for the running app.
pub struct Message {
    /// The id, the same in each attempt.
    pub id: MessageId,
    /// The link, or an empty text.
    pub link: Zeroizing<String>,
}

impl Message {
    /// A message with this link. A longer one than [`MAX_LINK_BYTES`] is refused.
    pub fn new(id: MessageId, link: &str) -> Self {
        Self { id, link: Zeroizing::new(link.to_owned()) }
    }

    /// The bytes that are sent.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(HEADER_BYTES + self.link.len()));
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.id.0);
        // `claim` refuses longer links.
        bytes.extend_from_slice(&u16::try_from(self.link.len()).unwrap_or(u16::MAX).to_be_bytes());
        bytes.extend_from_slice(self.link.as_bytes());
        bytes
    }

    /// Reads a message with `fill`, at most a header and [`MAX_LINK_BYTES`].
    ///
    /// # Errors
    /// `InvalidData` if it is not a message of this version; and the errors of `fill`.
    pub fn read(mut fill: impl FnMut(&mut [u8]) -> io::Result<()>) -> io::Result<Self> {
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
        if length > MAX_LINK_BYTES {
            return Err(invalid());
        }
        let mut bytes = Zeroizing::new(vec![0; length]);
        fill(&mut bytes)?;
        let link = std::str::from_utf8(&bytes).map_err(|_| invalid())?;
        Ok(Self { id: MessageId(id), link: Zeroizing::new(link.to_owned()) })
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
    fn written_message_is_read_back() {
        for link in ["", "latchkey://reset-password?token=x", &"ü".repeat(MAX_LINK_BYTES / 2)] {
            let message = Message { id: MessageId::random().unwrap(), link: Zeroizing::new(link.into()) };
            let again = read(&message.to_bytes()).unwrap();
            assert!(again.id == message.id && again.link == message.link, "{} bytes", link.len());
        }
    }

    #[test]
    fn message_id_is_read_as_written() {
        let id = MessageId([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255]);
        assert_eq!(id.to_string(), "000102030405060708090a0b0c0d0eff");
        assert_eq!(id.to_string().parse(), Ok(id));
        for text in ["", "0", "+00102030405060708090a0b0c0d0eff", "x00102030405060708090a0b0c0d0eff"] {
            assert_eq!(text.parse::<MessageId>(), Err(InvalidMessageId), "{text}");
        }
    }

    #[test]
    fn message_ids_differ() {
        assert!(MessageId::random().unwrap() != MessageId::random().unwrap());
    }

    #[test]
    fn debug_does_not_show_the_link() {
        let link = Zeroizing::new("latchkey://reset-password?token=canary".to_owned());
        let message = Message { id: MessageId::random().unwrap(), link };
        assert!(!format!("{message:?}").contains("canary"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_input_panics_or_reads_more_than_the_maximum(mut bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            for version in [None, Some(VERSION)] {
                if let (Some(first), Some(version)) = (bytes.first_mut(), version) {
                    *first = version;
                }
                let (mut rest, mut requested) = (&bytes[..], 0);
                let _ = Message::read(|buffer| {
                    requested += buffer.len();
                    rest.read_exact(buffer)
                });
                prop_assert!(requested <= HEADER_BYTES + MAX_LINK_BYTES);
            }
        }
    }
}
