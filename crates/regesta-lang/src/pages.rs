//! Pages of the readings: each documents one kind of what is read and is its test.

/// A page about one kind of reading.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Its place under `src/`, without `.md`: `archives/russian`.
    pub name: &'static str,
    /// The Markdown: prose, then cases of one line of input a reading.
    pub text: &'static str,
}

/// Makes the list of the pages beside a module's code.
macro_rules! pages {
    ($($name:literal),* $(,)?) => {
        &[$($crate::Page { name: $name, text: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/", $name, ".md")) }),*]
    };
}
pub(crate) use pages;
