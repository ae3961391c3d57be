//! A progress bar on standard error, for builds that take more than a moment.

use std::{
    io::IsTerminal as _,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long a build may take before a bar is worth looking at.
const PATIENCE: Duration = Duration::from_millis(700);

/// A bar that shows itself only where somebody waits at a terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    started: Instant,
    waits: bool,
}

impl Progress {
    /// Starts without showing anything.
    pub(crate) fn new() -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template(
            "{msg:>11} {bar:32} {human_pos}/{human_len}  {per_sec:.0}  {eta} left",
        );
        if let Ok(style) = style {
            bar.set_style(style.progress_chars("━╸─"));
        }
        Progress { bar, started: Instant::now(), waits: std::io::stderr().is_terminal() }
    }

    /// Begins a stage of so many steps.
    pub(crate) fn stage(&self, name: &'static str, steps: usize) {
        self.bar.reset();
        self.bar.set_message(name);
        self.bar.set_length(steps as u64);
    }

    /// Says that steps of the stage are done.
    pub(crate) fn step(&mut self, steps: usize) {
        if self.waits && self.started.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.waits = false;
        }
        self.bar.inc(steps as u64);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
