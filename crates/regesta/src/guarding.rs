//! Guarding: a document that makes Regesta itself fail costs no other document, and gives a finding in plain words.

use std::{
    cell::Cell,
    env,
    ffi::OsStr,
    panic::{self, AssertUnwindSafe},
};

use regesta_model::Finding;
use regesta_read::faults;

/// What to do where the fault is ours.
const REPORT: &str = "please report this with the file; the file itself may be in order";

thread_local! {
    /// Whether a panic on this thread is caught by `attempt`.
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Does work on one document, on this thread; gives the finding where the work panicked.
pub(crate) fn attempt<T>(
    finding: impl FnOnce() -> Finding,
    work: impl FnOnce() -> T,
) -> Result<T, Box<Finding>> {
    let before = IS_GUARDED.replace(true);
    let res = panic::catch_unwind(AssertUnwindSafe(work));
    IS_GUARDED.set(before);
    res.map_err(|_| Box::new(finding()))
}

/// Says that reading a file failed by our own fault.
pub(crate) fn unread(name: &str) -> Finding {
    faults::unreadable(name, "Regesta itself failed on it").fix(REPORT)
}

/// Says that describing a file failed by our own fault. Never what `unread` says: each goes away on its own.
pub(crate) fn undescribed(name: &str) -> Finding {
    faults::unreadable(name, "Regesta itself failed while describing it").fix(REPORT)
}

/// Keeps the messages of caught panics off the terminal, unless `RUST_BACKTRACE` asks for them.
pub(crate) fn quieten() {
    if !is_asked_for(env::var_os("RUST_BACKTRACE").as_deref()) {
        hide_caught();
    }
}

/// Says whether this value of `RUST_BACKTRACE` asks for backtraces, as the standard library understands it.
fn is_asked_for(backtrace: Option<&OsStr>) -> bool {
    backtrace.is_some_and(|it| it != "0")
}

fn hide_caught() {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if !IS_GUARDED.get() {
            print(panic);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    thread_local! {
        static PRINTED: Cell<usize> = const { Cell::new(0) };
    }

    #[test]
    fn a_caught_panic_gives_the_finding_and_prints_nothing() {
        panic::set_hook(Box::new(|_| PRINTED.set(PRINTED.get() + 1)));
        hide_caught();
        let caught = attempt(|| unread("a.txt"), || [1, 2].iter().position(|_| panic!("caught")));
        assert_eq!((caught, PRINTED.get()), (Err(Box::new(unread("a.txt"))), 0));
        assert_eq!(attempt(|| unread("a.txt"), || 5), Ok(5));
        // Only what is caught is hidden, also after something was.
        assert!(panic::catch_unwind(|| panic!("not ours to hide")).is_err());
        assert_eq!(PRINTED.get(), 1);
    }

    #[test]
    fn backtraces_are_shown_to_whoever_asks() {
        for (value, asked) in
            [(None, false), (Some("0"), false), (Some("1"), true), (Some("full"), true)]
        {
            assert_eq!(is_asked_for(value.map(OsStr::new)), asked, "{value:?}");
        }
    }
}
