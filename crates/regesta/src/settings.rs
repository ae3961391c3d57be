//! `FOLDER/regesta.toml`: what a user may say about a collection; everything is optional.

use std::{fs, io::ErrorKind, path::Path};

use anyhow::Context as _;
use serde::Deserialize;

/// Name of the settings file.
pub(crate) const NAME: &str = "regesta.toml";

/// What a user may say about a collection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// Name of the collection; the folder's name where it is not given.
    pub(crate) title: Option<String>,
    /// A sentence shown on every page, for example that the documents are invented.
    pub(crate) notice: Option<String>,
}

impl Settings {
    /// Reads the settings of a folder; an unknown key is an error that quotes its line.
    pub(crate) fn of(folder: &Path) -> anyhow::Result<Settings> {
        let path = folder.join(NAME);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            // A folder that is none is refused where it is walked.
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                return Ok(Settings::default());
            }
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read {}", path.display()));
            }
        };
        toml::from_str(&text).with_context(|| {
            format!("{} is not as it should be; correct or delete it", path.display())
        })
    }

    /// Returns the title of the collection.
    pub(crate) fn title(&self, folder: &Path) -> String {
        let named = || {
            let folder = folder.canonicalize().ok()?;
            Some(folder.file_name()?.to_string_lossy().into_owned())
        };
        self.title.clone().or_else(named).unwrap_or_else(|| folder.display().to_string())
    }
}
