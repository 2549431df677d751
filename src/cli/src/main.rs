//! The planner at a desk.

fn main() {}
