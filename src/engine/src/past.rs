//! What was done before: sessions judged by the interval of their series, and other procedures to keep away from.

use crate::answer::Done;
use crate::combine::Part;
use crate::figure::Figure;
use crate::ids::Id;
use crate::order::set;
use crate::protocol::Interval;
use crate::reason::Caution;
use crate::request::Request;
use crate::schedule::Frame;
use crate::span::Span;
use crate::terms::Judgement;
use crate::units::Date;

/// The sessions of one modality that were done up to today, each judged against the one before it by the interval of
/// the number that it would have.
///
/// A session that came too soon does not count, and the next is spaced from it all the same.
///
/// # Source
/// CDC, Clinical Decision Support for Immunization, Logic Specification: a dose before the absolute minimum interval
/// date is not valid, one before the minimum interval date is in its grace period, and the reference date is the
/// dose before, valid or not.
pub(crate) fn judged<'a>(
    dates: &[Date],
    interval: &dyn Fn(u8) -> &'a Interval,
    series: Option<u8>,
) -> Vec<Done> {
    let mut counted = 0;
    let mut before: Option<Date> = None;
    let judge = |date: &Date| {
        let is_over = series.is_some_and(|series| counted >= series);
        let (judged, bound) = match before {
            _ if is_over => (Judgement::NotJudged, None),
            None => (Judgement::First, None),
            Some(before) => judge(before, *date, interval(counted + 1)),
        };
        let counts = !is_over && judged != Judgement::TooSoon;
        counted += u8::from(counts);
        let days = before.map(|before| date.days_since(before));
        before = Some(*date);
        Done { date: *date, judged, number: counts.then_some(counted), days, bound }
    };
    dates.iter().map(judge).collect()
}

/// The judgement of a session, and the number of the interval that decides it.
fn judge(before: Date, date: Date, interval: &Interval) -> (Judgement, Option<Figure<String>>) {
    let is_before = |figure: &&Figure<Span>| date < figure.value.after(before);
    let written = |figure: &Figure<Span>| Some(figure.with(figure.value.to_string()));
    let Interval { abs_min, min, max, .. } = interval;
    if let Some(abs_min) = abs_min.as_ref().filter(is_before) {
        return (Judgement::TooSoon, written(abs_min));
    }
    if let Some(min) = min.as_ref().filter(is_before) {
        // Without `abs_min` nobody has said how early is too early.
        let judged = if abs_min.is_some() { Judgement::Grace } else { Judgement::NotJudged };
        return (judged, written(min));
    }
    if let Some(max) = max.as_ref().filter(|max| date > max.value.after(before)) {
        return (Judgement::Late, written(max));
    }
    (if min.is_some() { Judgement::OnTime } else { Judgement::NotJudged }, None)
}

/// The days on which a modality was done, earliest first, none after today.
pub(crate) fn dates(request: &Request, modality: &Id, today: Date) -> Vec<Date> {
    let past = request.past.iter().filter(|past| past.modality == *modality);
    set(past.map(|past| past.date.min(today)))
}

/// What a part's dates can't heed, or what a clinician must look at, because of other procedures done before.
pub(crate) fn cautions(frame: &Frame, part: &Part) -> Vec<Caution> {
    let own = &part.modality.id;
    let start = frame.request.earliest_start.map_or(frame.today, |start| start.max(frame.today));
    let caution = |after: Id| {
        let earlier = frame.protocol.modality(&after)?;
        // What was done elsewhere on the body needs no distance.
        if after == *own || !earlier.areas.iter().any(|area| part.modality.areas.contains(area)) {
            return None;
        }
        let last = dates(frame.request, &after, frame.today).pop()?;
        let spacing = frame.protocol.spacing(&after, own).cloned().unwrap_or_default();
        let is_stated = spacing.min.is_some() || spacing.review.is_some();
        match spacing.review {
            Some(review) if review.value.after(last) > start => Some(Caution::Review { because: after }),
            // What may be done on one day, in this order, needs no distance.
            None if !is_stated && !frame.protocol.may_share_day(&after, own) => {
                Some(Caution::SpacingNotStated { after, modality: own.clone() })
            }
            _ => None,
        }
    };
    let earlier = set(frame.request.past.iter().map(|past| past.modality.clone()));
    earlier.into_iter().filter(|_| !part.is_home()).filter_map(caution).collect()
}

/// What was done before and the protocol does not know.
pub(crate) fn unknown(frame: &Frame) -> Vec<Caution> {
    let unknown = frame.request.past.iter().filter(|past| frame.protocol.modality(&past.modality).is_none());
    set(unknown.map(|past| Caution::PastNotKnown { modality: past.modality.clone() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(numbers: [Option<&str>; 3]) -> Interval {
        let [abs_min, min, max] =
            numbers.map(|text| text.map(|text| Figure::own(text.parse::<Span>().unwrap())));
        Interval { abs_min, min, rec: None, max }
    }

    /// The judgements and numbers of sessions on these days after the first one.
    fn series(interval: &Interval, most: Option<u8>, days: &[i32]) -> Vec<(Judgement, Option<u8>)> {
        let first: Date = "2026-01-01".parse().unwrap();
        let dates: Vec<Date> = [0].iter().chain(days).map(|day| first.plus_days(*day)).collect();
        judged(&dates, &|_| interval, most).into_iter().map(|done| (done.judged, done.number)).collect()
    }

    #[test]
    fn each_number_of_an_interval_decides_from_its_own_day_on() {
        use Judgement::{Grace, Late, OnTime, TooSoon};
        let stated = interval([Some("17 days"), Some("3 weeks"), Some("6 weeks")]);
        for (days, judged, number) in [
            (16, TooSoon, None),
            (17, Grace, Some(2)),
            (18, Grace, Some(2)),
            (20, Grace, Some(2)),
            (21, OnTime, Some(2)),
            (22, OnTime, Some(2)),
            (41, OnTime, Some(2)),
            (42, OnTime, Some(2)),
            (43, Late, Some(2)),
        ] {
            assert_eq!(series(&stated, None, &[days])[1], (judged, number), "after {days} days");
        }
    }

    #[test]
    fn a_session_that_came_too_soon_does_not_count_and_the_next_is_spaced_from_it() {
        use Judgement::{First, OnTime, TooSoon};
        let stated = interval([Some("17 days"), Some("3 weeks"), Some("6 weeks")]);
        // The third is 25 days after the first and 15 after the second; it is judged by the second.
        let found = series(&stated, None, &[10, 25, 46]);
        assert_eq!(found, [(First, Some(1)), (TooSoon, None), (TooSoon, None), (OnTime, Some(2))]);
    }

    #[test]
    fn what_no_number_decides_is_not_judged_and_counts() {
        use Judgement::{First, Late, NotJudged, OnTime};
        let found = |numbers, days| series(&interval(numbers), None, &[days])[1];
        assert_eq!(found([None, None, None], 5), (NotJudged, Some(2)));
        assert_eq!(found([None, Some("3 weeks"), None], 20), (NotJudged, Some(2)));
        assert_eq!(found([None, Some("3 weeks"), None], 400), (OnTime, Some(2)));
        assert_eq!(found([Some("17 days"), None, Some("6 weeks")], 30), (NotJudged, Some(2)));
        assert_eq!(found([Some("17 days"), None, Some("6 weeks")], 43), (Late, Some(2)));
        assert_eq!(series(&interval([None, None, None]), None, &[]), [(First, Some(1))]);
    }

    #[test]
    fn what_follows_a_complete_series_is_not_one_of_its_sessions() {
        use Judgement::{First, NotJudged, OnTime};
        let stated = interval([None, Some("3 weeks"), Some("6 weeks")]);
        let found = series(&stated, Some(2), &[21, 200, 205]);
        assert_eq!(found, [(First, Some(1)), (OnTime, Some(2)), (NotJudged, None), (NotJudged, None)]);
    }
}
