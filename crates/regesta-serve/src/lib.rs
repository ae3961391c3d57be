//! The reading room: pages over a store, served on this machine only.

pub mod pages;
