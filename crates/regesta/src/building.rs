//! Building: what changed in the folder is read, then described, then stored; what did not is left alone.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
};

use anyhow::Context as _;
use rayon::iter::{IntoParallelIterator as _, ParallelBridge as _, ParallelIterator as _};
use regesta_model::{Finding, Source};
use regesta_read::faults;
use regesta_store::{Change, Described, Known, Opening, Read, Store, StoreError, Writer};
use sha2::{Digest as _, Sha256};

use crate::{
    decisions,
    folder::{self, Found},
    guarding, pipeline,
    progress::Progress,
    repetition::{Counting, Repeated, hex},
};

/// How many changes go into one transaction.
const BATCH: usize = 256;

/// How much text goes into one transaction.
const BATCH_BYTES: usize = 8 << 20;

/// How many sources wait between two threads at most.
const WAITING: usize = 32;

/// How large a file may be.
const LARGEST: u64 = 1 << 30;

/// What a build did.
#[derive(Debug)]
pub(crate) struct Built {
    pub(crate) store: Store,
    pub(crate) opening: Opening,
    /// Files read, new or changed.
    pub(crate) read: usize,
    /// Files left alone.
    pub(crate) unchanged: usize,
    /// Files that are gone since.
    pub(crate) removed: usize,
    /// Sources described, for the first time or again.
    pub(crate) described: usize,
}

/// Returns where the store of a folder is.
pub(crate) fn store_dir(folder: &Path, given: Option<&PathBuf>) -> PathBuf {
    given.cloned().unwrap_or_else(|| folder.join(".regesta"))
}

/// Brings the store of a folder up to date. A damaged store is deleted and built again, once.
pub(crate) async fn build(folder: &Path, dir: &Path) -> anyhow::Result<Built> {
    let metadata =
        fs::metadata(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    anyhow::ensure!(metadata.is_dir(), "{} is a file; give the folder it is in", folder.display());
    let decided = decisions::read(folder)?;
    let built = match once(folder, dir).await {
        Err(error) if error.is_damage() => {
            Store::delete(dir)?;
            let built = once(folder, dir).await?;
            Built { opening: Opening::Rebuilt("the store was damaged"), ..built }
        }
        result => result?,
    };
    built.store.note_decisions(&decided).await?;
    Ok(built)
}

async fn once(folder: &Path, dir: &Path) -> Result<Built, StoreError> {
    let mut progress = Progress::new();
    let (store, mut writer, opening) = Store::open_to_write(dir, pipeline::ENGINE).await?;
    let found = folder::walk(folder, dir);
    let mut known = writer.known().await?;
    let total = found.len();
    let mut built = Built { store, opening, read: 0, unchanged: 0, removed: 0, described: 0 };
    let mut work = Vec::new();
    for it in found {
        match known.remove(&it.name) {
            Some(its) if its.stamp == it.stamp && !its.sha256.is_empty() => {}
            its => work.push((it, its)),
        }
    }
    built.removed = known.len();
    for names in known.into_keys().collect::<Vec<_>>().chunks(BATCH) {
        writer.write(names.iter().cloned().map(Change::Removed).collect()).await?;
    }
    built.read = read_all(&mut writer, &built.store, work, &mut progress).await?;
    built.unchanged = total.saturating_sub(built.read);
    if writer.is_unfinished().await? {
        built.described = describe_all(&mut writer, &built.store, &mut progress).await?;
    }
    writer.finish().await?;
    Ok(built)
}

/// Reads files that look changed; returns how many were.
async fn read_all(
    writer: &mut Writer,
    store: &Store,
    work: Vec<(Found, Option<Known>)>,
    progress: &mut Progress,
) -> Result<usize, StoreError> {
    progress.stage("Reading", work.len());
    let (send, mut receive) = tokio::sync::mpsc::channel(WAITING);
    rayon::spawn(move || {
        work.into_par_iter().for_each_with(send, |send, (found, known)| {
            // A closed channel means that writing failed, which is reported there.
            let _ = send.blocking_send(read(found, known));
        });
    });
    let mut read = 0;
    let mut batch = Batch::default();
    while let Some(change) = receive.recv().await {
        progress.step(1);
        if let Change::Read(it) = &change {
            // What could not be read is tried each time, but written only when the answer is another.
            if it.source.sha256.is_empty()
                && store.source(&it.source.name).await?.is_some_and(|(_, was)| was == it.findings)
            {
                continue;
            }
            read += 1;
        }
        batch.push(change, writer).await?;
    }
    batch.flush(writer).await?;
    Ok(read)
}

/// Reads a file, unless its bytes are those that were read before.
fn read(found: Found, known: Option<Known>) -> Change {
    let Found { name, path, stamp, mut findings, is_file } = found;
    let mut source = Source { name: name.clone(), ..Source::default() };
    let size = u64::try_from(stamp.size).unwrap_or_default();
    if is_file && size > LARGEST {
        findings.push(faults::too_large(&name, size));
    } else if is_file {
        match fs::read(&path) {
            Err(error) => findings.push(faults::unreadable(&name, &error.to_string())),
            Ok(bytes) => {
                let sha256 = hex(&Sha256::digest(&bytes));
                if known.is_some_and(|it| it.sha256 == sha256) {
                    return Change::Touched(name, stamp);
                }
                match pipeline::read(&name, &bytes) {
                    Ok(reading) => {
                        source = Source { sha256, ..reading.source };
                        findings.extend(reading.findings);
                    }
                    Err(finding) => findings.push(*finding),
                }
            }
        }
    }
    let lines = regesta_describe::fingerprints(&source);
    Change::Read(Box::new(Read { source, stamp, lines, findings }))
}

/// Describes every source that is new, or whose repeated lines are no longer the same; returns how many.
async fn describe_all(
    writer: &mut Writer,
    store: &Store,
    progress: &mut Progress,
) -> Result<usize, StoreError> {
    let mut counting = Counting::default();
    writer.for_each_lines(|it| counting.add(&it.sha256, &it.fingerprints)).await?;
    let repeated = counting.repeated();
    let mut work: HashMap<String, String> = HashMap::new();
    let mut names = Vec::new();
    let choose = |it: regesta_store::Lines| {
        let digest = repeated.digest(&it.fingerprints);
        if it.described.as_deref() != Some(&digest) {
            names.push(it.source.clone());
            work.insert(it.source, digest);
        }
    };
    writer.for_each_lines(choose).await?;
    progress.stage("Describing", names.len());
    let described = names.len();
    let loaded = load(store.clone(), names);
    let (send, mut receive) = tokio::sync::mpsc::channel(WAITING);
    let repeated = Arc::new(repeated);
    rayon::spawn(move || {
        loaded.into_iter().par_bridge().for_each_with(send, |send, loaded| {
            let _ = send.blocking_send(loaded.map(|it| describe(it, &repeated)));
        });
    });
    let mut batch = Batch::default();
    while let Some(change) = receive.recv().await {
        let mut change = change?;
        change.digest = work.remove(&change.source.name).unwrap_or_default();
        batch.push(Change::Described(Box::new(change)), writer).await?;
        progress.step(1);
    }
    batch.flush(writer).await?;
    Ok(described)
}

type Loaded = Result<(Source, Vec<Finding>), StoreError>;

/// Loads sources from the store on a thread of its own, a few ahead of who describes them.
fn load(store: Store, names: Vec<String>) -> mpsc::Receiver<Loaded> {
    let (send, receive) = mpsc::sync_channel(WAITING);
    let runtime = tokio::runtime::Handle::current();
    std::thread::spawn(move || {
        for name in names {
            let loaded = runtime.block_on(store.source(&name));
            let Some(loaded) = loaded.transpose() else { continue };
            if send.send(loaded).is_err() {
                return;
            }
        }
    });
    receive
}

fn describe((source, mut findings): (Source, Vec<Finding>), repeated: &Repeated) -> Described {
    // What failed when it was described before may not fail now; what was said about reading it stays.
    let failed_before = guarding::undescribed(&source.name);
    findings.retain(|it| *it != failed_before);
    let records = pipeline::records(&source, &repeated.0).unwrap_or_else(|finding| {
        findings.push(*finding);
        Vec::new()
    });
    Described { source, findings, digest: String::new(), records }
}

/// Changes on their way into one transaction.
#[derive(Default)]
struct Batch {
    changes: Vec<Change>,
    bytes: usize,
}

impl Batch {
    async fn push(&mut self, change: Change, writer: &mut Writer) -> Result<(), StoreError> {
        self.bytes += match &change {
            Change::Read(it) => it.source.text.len(),
            Change::Described(it) => it.source.text.len(),
            Change::Removed(_) | Change::Touched(..) => 0,
        };
        self.changes.push(change);
        if self.changes.len() >= BATCH || self.bytes >= BATCH_BYTES {
            self.flush(writer).await?;
        }
        Ok(())
    }

    async fn flush(&mut self, writer: &mut Writer) -> Result<(), StoreError> {
        self.bytes = 0;
        writer.write(std::mem::take(&mut self.changes)).await
    }
}

#[cfg(test)]
mod tests {
    use regesta_describe::RepeatedLines;

    use super::*;

    #[test]
    fn describing_takes_back_only_what_describing_said() {
        let source = Source { name: "a.txt".to_owned(), ..Source::default() };
        let (unread, undescribed) = (guarding::unread("a.txt"), guarding::undescribed("a.txt"));
        let repeated = Repeated(RepeatedLines::default());
        let described = describe((source, vec![unread.clone(), undescribed]), &repeated);
        assert_eq!(described.findings, [unread]);
    }
}
