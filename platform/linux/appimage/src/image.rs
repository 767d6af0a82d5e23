//! The files behind the program.

use std::fs::{self, File, Permissions};
use std::io::{self, BufReader, Read as _};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Component, Path};

use backhand::{FilesystemReader, InnerNode};

use crate::Result;

/// Where the SquashFS image begins: after the last part of the ELF file, its table of sections.
pub fn offset(file: &Path) -> Result<u64> {
    const HEADER: usize = 64;
    const IS_64_BIT_LITTLE_ENDIAN: [u8; 6] = *b"\x7fELF\x02\x01";
    let mut header = [0; HEADER];
    File::open(file)?.read_exact(&mut header)?;
    if header[..6] != IS_64_BIT_LITTLE_ENDIAN {
        return Err("this is no 64-bit ELF file".into());
    }
    let short = |at: usize| u64::from(u16::from_le_bytes([header[at], header[at + 1]]));
    let mut table = [0; 8];
    table.copy_from_slice(&header[0x28..0x30]);
    Ok(u64::from_le_bytes(table) + short(0x3a) * short(0x3c))
}

/// A SquashFS image.
pub struct Image(FilesystemReader<'static>);

impl Image {
    pub fn open(file: &Path) -> Result<Self> {
        let reader = BufReader::new(File::open(file)?);
        Ok(Self(FilesystemReader::from_reader_with_offset(reader, offset(file)?)?))
    }

    /// Writes all files into a folder.
    pub fn unpack(&self, folder: &Path) -> Result<()> {
        for node in self.0.files() {
            let path = node.fullpath.strip_prefix("/")?;
            if path.components().any(|part| !matches!(part, Component::Normal(_))) {
                return Err("a path leads out of the folder".into());
            }
            let path = folder.join(path);
            match &node.inner {
                InnerNode::Dir(_) => fs::create_dir_all(path)?,
                InnerNode::Symlink(link) => symlink(&link.link, path)?,
                InnerNode::File(file) => {
                    let mut to = File::create_new(path)?;
                    io::copy(&mut self.0.file(file).reader(), &mut to)?;
                    to.set_permissions(Permissions::from_mode(u32::from(node.header.permissions)))?;
                }
                _ => return Err("there is a device among the files".into()),
            }
        }
        Ok(())
    }
}
