use std::io::{self, BufRead, Read};

/// A reader to which bytes can be given back, to be read again.
pub(super) struct Unread<R> {
    /// Given back, from `at` on.
    given: Vec<u8>,
    at: usize,
    reader: R,
}

impl<R> Unread<R> {
    pub(super) fn new(reader: R) -> Self {
        Self {
            given: Vec::new(),
            at: 0,
            reader,
        }
    }

    /// `bytes`, which were read last, come again.
    pub(super) fn unread(&mut self, bytes: &[u8]) {
        if let Some(at) = self.at.checked_sub(bytes.len())
            && self.given[at..self.at] == *bytes
        {
            // They were given back before: without this a run of broken lines takes quadratic time.
            self.at = at;
            return;
        }
        let mut given = bytes.to_vec();
        given.extend_from_slice(&self.given[self.at..]);
        (self.given, self.at) = (given, 0);
    }
}

impl<R: BufRead> Read for Unread<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Unread<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at < self.given.len() {
            return Ok(&self.given[self.at..]);
        }
        self.reader.fill_buf()
    }

    fn consume(&mut self, length: usize) {
        if self.at < self.given.len() {
            self.at += length;
        } else {
            self.reader.consume(length);
        }
    }
}
