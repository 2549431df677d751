//! The plans that are timed, as JSON, for the browser: those with a name, then some at random.

use serde_json::{Value, json};
use tests::workload;

/// As many as a browser does in a few seconds.
const RANDOM: u64 = 1_000;

fn main() {
    let named: Vec<Value> = workload::named().iter().map(workload::Asked::to_json).collect();
    let random: Vec<Value> = (0..RANDOM).map(|number| workload::random(number).to_json()).collect();
    println!("{}", json!({ "named": named, "random": random }));
}
