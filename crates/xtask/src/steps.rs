//! Steps of a chore: each runs, says how long it took, and does not stop the next.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use anyhow::bail;

/// What a step came to.
struct Outcome {
    name: &'static str,
    passed: bool,
    took: Duration,
}

/// Runs steps one after the other and sums up.
#[derive(Default)]
pub(crate) struct Steps(Vec<Outcome>);

impl Steps {
    /// Runs a program; what it prints goes to the terminal as it is.
    pub(crate) fn program(&mut self, name: &'static str, command: &mut Command) {
        self.step(name, || match command.status() {
            Ok(status) => status.success(),
            Err(error) => {
                anstream::eprintln!("{error}");
                false
            }
        });
    }

    /// Runs a step of our own.
    pub(crate) fn step(&mut self, name: &'static str, step: impl FnOnce() -> bool) {
        anstream::eprintln!("── {name}");
        let started = Instant::now();
        let passed = step();
        self.0.push(Outcome { name, passed, took: started.elapsed() });
    }

    /// Prints a line for each step.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        anstream::eprintln!("──");
        let mut total = Duration::ZERO;
        for Outcome { name, passed, took } in &self.0 {
            let mark = if *passed { "ok    " } else { "FAILED" };
            anstream::eprintln!("{mark} {name:<14} {:>6.1} s", took.as_secs_f64());
            total += *took;
        }
        let failed: Vec<&str> = self.0.iter().filter(|it| !it.passed).map(|it| it.name).collect();
        anstream::eprintln!("       {:<14} {:>6.1} s", "total", total.as_secs_f64());
        if !failed.is_empty() {
            bail!("failed: {}", failed.join(", "));
        }
        Ok(())
    }
}

/// Makes a command that runs the cargo we were started with.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut res = Command::new(cargo);
    res.args(arguments);
    res
}
