//! Work on what is too much to be held at once: side by side, a chunk at a time, printed in the order in which it came.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;

use rayon::prelude::*;

use crate::project::Error;

/// How many bytes are worked on at once.
const CHUNK: usize = 4 << 20;

/// Hands what `work` makes of each item to `take`, in the order of the items, until there are no more or `take` has seen
/// enough. `size` says how many bytes an item holds.
pub(crate) fn in_chunks<T: Send, R: Send>(
    mut items: impl Iterator<Item = Result<T, Error>>,
    size: impl Fn(&T) -> usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<ControlFlow<()>, Error>,
) -> Result<(), Error> {
    loop {
        let mut chunk = Vec::new();
        let mut bytes = 0;
        while bytes < CHUNK {
            let Some(item) = items.next() else { break };
            let item = item?;
            bytes += size(&item) + size_of::<T>();
            chunk.push(item);
        }
        if chunk.is_empty() {
            return Ok(());
        }
        for done in chunk.into_par_iter().map(&work).collect::<Vec<R>>() {
            if take(done)?.is_break() {
                return Ok(());
            }
        }
    }
}

/// Prints a piece. A reader that closed the pipe has seen enough.
pub(crate) fn print(text: &str) -> Result<ControlFlow<()>, Error> {
    match anstream::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => Ok(ControlFlow::Continue(())),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
        Err(error) => Err(Error::io(Path::new("standard output"), "write it")(error)),
    }
}
