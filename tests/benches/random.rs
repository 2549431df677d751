//! The worst of many requests at random. Figures only: nothing here passes or fails.
#![allow(missing_docs)]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use tests::workload;

const REQUESTS: u64 = 10_000;
/// The slowest are timed again, so that another program's turn is not taken for theirs.
const AGAIN: usize = 20;

/// The clinics' documents, each read once.
type Read = BTreeMap<String, (engine::Protocol, engine::Pack)>;

fn time(number: u64, read: &mut Read) -> (Duration, engine::Plan) {
    let asked = workload::random(number);
    let request = engine::text::read_request(&asked.request).value.unwrap_or_default();
    let (protocol, pack) = read.entry(format!("{}{}", asked.protocol, asked.pack)).or_insert_with(|| {
        let (protocol, pack, _) = asked.read();
        (protocol, pack)
    });
    let begun = Instant::now();
    let plan = engine::plan(protocol, pack, &request);
    (begun.elapsed(), plan)
}

fn main() {
    let (mut times, mut read) = (Vec::new(), Read::new());
    let (mut statuses, mut unproven) = (BTreeMap::new(), Vec::new());
    for number in 0..REQUESTS {
        let (took, plan) = time(number, &mut read);
        *statuses.entry(plan.status.to_string()).or_insert(0) += 1;
        if plan.options.iter().any(|choice| !choice.visits.is_empty() && !choice.proven) {
            unproven.push(number);
        }
        times.push((took, number));
    }
    times.sort();
    for (took, number) in times.iter_mut().rev().take(AGAIN) {
        for _ in 0..3 {
            *took = (*took).min(time(*number, &mut read).0);
        }
    }
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100].0;
    println!("random: {REQUESTS} requests, {statuses:?}, not all proven: {unproven:?}");
    println!("random: median {:.2?}, 99 in 100 within {:.2?}", at(50), at(99));
    for (took, number) in times.iter().rev().take(3) {
        println!("random: among the worst {took:.2?}: {}", workload::random(*number).name);
    }
    if let Some((_, number)) = times.last() {
        println!("random: the worst is {}", workload::random(*number).request);
    }
}
