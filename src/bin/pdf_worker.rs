//! The PDF worker's entry.

fn main() {}
