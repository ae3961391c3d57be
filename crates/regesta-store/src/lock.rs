//! One writer at a time: a lock the system drops by itself when the process dies.

use std::{
    fs::{File, TryLockError},
    io::{Read as _, Seek as _, Write as _},
    path::Path,
};

use crate::StoreError;

/// Holds the right to write until dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

/// Takes the lock, or says who has it.
pub(crate) fn take(dir: &Path) -> Result<Lock, StoreError> {
    let not_writable = |cause| StoreError::NotWritable { dir: dir.to_owned(), cause };
    let mut file = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(dir.join("lock"))
        .map_err(not_writable)?;
    match file.try_lock() {
        Ok(()) => {
            file.set_len(0)?;
            file.rewind()?;
            writeln!(file, "{}", std::process::id())?;
            Ok(Lock { _file: file })
        }
        Err(TryLockError::WouldBlock) => {
            let mut process = String::new();
            file.read_to_string(&mut process)?;
            let process = match process.trim() {
                "" => String::new(),
                id => format!(" (process {id})"),
            };
            Err(StoreError::Busy { dir: dir.to_owned(), process })
        }
        Err(TryLockError::Error(cause)) => Err(not_writable(cause)),
    }
}
