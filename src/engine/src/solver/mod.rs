//! When: the best dates that keep every rule, or the proof that there are none.
//!
//! Sessions are placed in the order of time. Tables made backwards over the days of each line say which day can
//! still be completed, at what cost and with which ends, so that a branch that cannot be completed is never entered
//! and one that cannot beat the best found is left at once.

mod bounds;
mod instance;
mod latest;
mod objective;
mod proof;
mod rules;
mod search;
mod solution;
mod tables;

pub(crate) use bounds::{earliest, fit, fits_on};
pub(crate) use instance::{Anchor, Apart, Consult, From, Gap, Instance, Line, OutcomeSpan, Visit};
pub(crate) use latest::Latest;
pub(crate) use proof::{Case, End, Fit, Proof, Raise, Rule};
pub(crate) use rules::holds;
pub(crate) use search::solve;
pub(crate) use solution::{Solution, Solved};
