//! build, serve, test, size, bench.

fn main() {}
