//! The pixels of a session's screen, read from the file in which the X server keeps them. A screenshot would take much
//! longer than a frame.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;

use super::DesktopSession;
use crate::error::{Error, Result};

/// Only every so many rows are read. A button has more.
const ROW_STEP: usize = 16;
/// A run of pixels this long is a coloured area.
const RUN: usize = 20;
const PIXEL_BYTES: usize = 4;

/// The screen of a session.
pub struct FrameBuffer {
    file: File,
    /// The position of the first pixel.
    start: usize,
    row_bytes: usize,
    rows: usize,
}

impl DesktopSession {
    /// The pixels of the screen.
    ///
    /// # Errors
    /// The X server has no such file.
    pub fn frame_buffer(&self) -> Result<FrameBuffer> {
        let path = self.folder().join("screen/Xvfb_screen0");
        let opened = File::open(&path).and_then(FrameBuffer::open);
        opened.map_err(|error| Error::new(format!("{}: {error}", path.display())))
    }
}

impl FrameBuffer {
    /// The file has the format of xwd, whose header consists of big-endian numbers (X11/XWDFile.h): the size of the header
    /// is number 0, the height 5, the bytes of a row 12, and the number of colours, of twelve bytes each, 19.
    fn open(file: File) -> io::Result<Self> {
        let mut header = [0; 25 * 4];
        file.read_exact_at(&mut header, 0)?;
        let number = |index: usize| {
            let bytes = header[4 * index..4 * index + 4].try_into().unwrap_or_default();
            u32::from_be_bytes(bytes) as usize
        };
        Ok(Self { start: number(0) + 12 * number(19), rows: number(5), row_bytes: number(12), file })
    }

    /// The pixels of every sixteenth row, four bytes each: blue, green, red, and one that is not used.
    ///
    /// # Errors
    /// The X server has ended.
    pub fn read(&self) -> Result<Vec<u8>> {
        let mut pixels = vec![0; self.rows.div_ceil(ROW_STEP) * self.row_bytes];
        for (row, into) in (0..).step_by(ROW_STEP).zip(pixels.chunks_exact_mut(self.row_bytes)) {
            let read = self.file.read_exact_at(into, (self.start + row * self.row_bytes) as u64);
            read.map_err(|error| Error::new(format!("the screen cannot be read: {error}")))?;
        }
        Ok(pixels)
    }

    /// Whether an area of this colour (red, green, blue) is on the screen.
    ///
    /// # Errors
    /// The same as for [`read`](Self::read).
    pub fn shows(&self, [red, green, blue]: [u8; 3]) -> Result<bool> {
        let mut run = 0;
        Ok(self.read()?.chunks_exact(PIXEL_BYTES).any(|pixel| {
            run = if pixel[..3] == [blue, green, red] { run + 1 } else { 0 };
            run == RUN
        }))
    }

    /// Whether so many of the pixels of [`read`](Self::read) have changed since `before`. A blinking caret changes few.
    ///
    /// # Errors
    /// The same as for [`read`](Self::read).
    pub fn has_changed(&self, before: &[u8], pixels: usize) -> Result<bool> {
        let now = self.read()?;
        let pairs = before.chunks_exact(PIXEL_BYTES).zip(now.chunks_exact(PIXEL_BYTES));
        Ok(pairs.filter(|(before, now)| before != now).count() >= pixels)
    }
}
