//! How long plans take, and how that grows. Figures only: nothing here passes or fails.
#![allow(missing_docs)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, SamplingMode, criterion_group, criterion_main};
use tests::workload::{self, Asked};

/// A plan that takes longer than this is timed once.
const LONG: Duration = Duration::from_millis(500);

fn settings() -> Criterion {
    Criterion::default()
        .sample_size(15)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1_500))
        .without_plots()
}

fn plan(criterion: &mut Criterion, of: &str, asked: &Asked) {
    let (protocol, pack, request) = asked.read();
    let begun = Instant::now();
    let plan = black_box(engine::plan(&protocol, &pack, &request));
    let once = begun.elapsed();
    let name = format!("{of}/{}", asked.name);
    let proven = plan.options.iter().filter(|choice| choice.visits.is_empty() || choice.proven).count();
    let fits = if plan.conflict.is_some() { ", changes offered" } else { "" };
    println!("{name}: {}{fits}, {} options, {proven} proven or undated", plan.status, plan.options.len());
    if once > LONG {
        println!("{name}: {once:.2?}, timed once");
        return;
    }
    let mut group = criterion.benchmark_group(of);
    group.sampling_mode(SamplingMode::Flat);
    group.bench_function(&asked.name, |bencher| {
        bencher.iter(|| engine::plan(black_box(&protocol), black_box(&pack), black_box(&request)));
    });
    group.finish();
}

fn named(criterion: &mut Criterion) {
    for asked in workload::named() {
        plan(criterion, "plan", &asked);
    }
}

fn growth(criterion: &mut Criterion) {
    for (what, sizes) in workload::growth() {
        for asked in sizes {
            plan(criterion, what, &asked);
        }
    }
}

/// What comes before planning, each time that a browser or a command is given text.
fn reading(criterion: &mut Criterion) {
    let reference = tests::text("www/protocols/reference.json");
    let clinic = tests::text("www/clinics/manila.json");
    criterion.bench_function("read/reference protocol", |bencher| {
        bencher.iter(|| engine::text::read_protocol(black_box(&reference), None));
    });
    criterion.bench_function("read/clinic that extends it", |bencher| {
        bencher.iter(|| engine::text::read_protocol(black_box(&clinic), Some(black_box(&reference))));
    });
}

criterion_group! { name = benches; config = settings(); targets = reading, named, growth }
criterion_main!(benches);
