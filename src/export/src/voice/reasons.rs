//! Why a date, and why not an option.

use engine::{Id, Reason, Rejection, Route};

use super::{Value, Voice};

impl Voice<'_> {
    /// Why a date is where it is, one link of the chain.
    pub fn reason(&self, reason: &Reason) -> String {
        let to = ("to", Value::Date(reason.to()));
        let wait = |key: &str, days: i32| {
            self.say(key, &[to.clone(), ("count", days.into()), ("length", self.length(days).into())])
        };
        let apart = |key: &str, name: &str, modality: String, days: i32| {
            self.say(key, &[to.clone(), (name, modality.into()), ("length", self.length(days).into())])
        };
        let on = |key: &str, value: (&str, Value<'_>)| self.say(key, &[to.clone(), value]);
        match reason {
            Reason::Lead { days, .. } => wait("reason.lead", *days),
            Reason::EarliestStart { .. } => self.say("reason.earliest_start", &[to]),
            Reason::AfterConsultation { wait: days, .. } => wait("reason.after_consultation", *days),
            Reason::AfterPatchTest { wait: days, .. } => wait("reason.after_patch_test", *days),
            Reason::ConsultationValid { for_days, .. } => wait("reason.consultation_valid", *for_days),
            Reason::Delay { because, days, .. } => {
                apart("reason.delay", "because", self.topic(because), *days)
            }
            Reason::IntervalMin { modality, days, .. } => {
                apart("reason.interval_min", "modality", self.modality_phrase(modality), *days)
            }
            Reason::IntervalRec { modality, days, .. } => {
                apart("reason.interval_rec", "modality", self.modality_phrase(modality), *days)
            }
            Reason::IntervalMax { modality, days, .. } => {
                apart("reason.interval_max", "modality", self.modality_phrase(modality), *days)
            }
            Reason::IntervalFrom { modality, from, days, .. } => self.say(
                "reason.interval_from",
                &[
                    to,
                    ("modality", self.modality_phrase(modality).into()),
                    ("number", (*from).into()),
                    ("length", self.length(*days).into()),
                ],
            ),
            Reason::Spacing { from, days, .. } => {
                apart("reason.spacing", "modality", self.modality_phrase(from), *days)
            }
            Reason::ClosedWeekday { weekday, .. } => {
                on("reason.closed_weekday", ("weekday", (*weekday).into()))
            }
            Reason::ClosedDate { date, .. } => on("reason.closed_date", ("date", (*date).into())),
            Reason::ModalityDay { modality, weekday, .. } => self.say(
                "reason.modality_day",
                &[to, ("modality", self.modality_phrase(modality).into()), ("weekday", (*weekday).into())],
            ),
            Reason::BlockedWeekday { weekday, .. } => {
                on("reason.blocked_weekday", ("weekday", (*weekday).into()))
            }
            Reason::BlockedDate { date, .. } => on("reason.blocked_date", ("date", (*date).into())),
            Reason::MonthCap { cap, .. } => on("reason.month_cap", ("count", (*cap).into())),
            Reason::SameDay { modality, .. } => {
                on("reason.same_day", ("modality", self.modality_phrase(modality).into()))
            }
            Reason::Best { priority, .. } => self.say(&format!("reason.best.{priority}"), &[to]),
            Reason::Horizon { .. } => self.say("reason.horizon", &[to]),
            Reason::Pinned { .. } => self.say("reason.pinned", &[to]),
            Reason::BeforeEvent { buffer, downtime, .. } => self.say(
                "reason.before_event",
                &[to, ("buffer", self.length(*buffer).into()), ("downtime", self.length(*downtime).into())],
            ),
        }
    }

    /// Why an option is not offered, with the notice that says more.
    pub fn rejection(&self, rejection: &Rejection) -> String {
        match self.refusal(rejection) {
            (sentence, Some(notice)) => format!("{sentence} {}", self.notice(notice)),
            (sentence, None) => sentence,
        }
    }

    /// Why an option is not offered, and the notice that says more.
    pub fn refusal<'r>(&self, rejection: &'r Rejection) -> (String, Option<&'r Id>) {
        let put = |route: &Route| Value::from(self.phrase(&format!("route.{route}"), &[]));
        let sentence = match rejection {
            Rejection::NotFound => self.say("rejection.not_found", &[]),
            Rejection::JurisdictionUnknown { jurisdiction } => {
                self.say("rejection.jurisdiction_unknown", &[("jurisdiction", jurisdiction.into())])
            }
            Rejection::PackExpired { on } => self.say("rejection.pack_expired", &[("on", (*on).into())]),
            Rejection::ProtocolExpired { on } => {
                self.say("rejection.protocol_expired", &[("on", (*on).into())])
            }
            Rejection::RouteBarred { route, origin, .. } => {
                let origin = self.phrase(&format!("origin.{origin}"), &[]);
                let said = [("route", put(route)), ("origin", origin.into())];
                self.say("rejection.route_barred", &said)
            }
            Rejection::NotAttested { route, origin, document, .. } => {
                let origin = self.phrase(&format!("origin.{origin}"), &[]);
                let key = format!("document.{document}");
                let document =
                    if self.words.has(&key) { self.phrase(&key, &[]) } else { document.to_string() };
                let said = [("route", put(route)), ("origin", origin.into()), ("document", document.into())];
                self.say("rejection.not_attested", &said)
            }
            Rejection::NoProduct { route } => self.say("rejection.no_product", &[("route", put(route))]),
            Rejection::NotOffered => self.say("rejection.not_offered", &[]),
            Rejection::Screened { because } => {
                self.say("rejection.screened", &[("because", self.topic(because).into())])
            }
            Rejection::SkinType { fitzpatrick } => {
                self.say("rejection.skin_type", &[("fitzpatrick", (*fitzpatrick).into())])
            }
            Rejection::NoPairRule { with } => {
                self.say("rejection.no_pair_rule", &[("modality", self.modality_phrase(with).into())])
            }
            Rejection::Downtime { days, wished } => {
                self.say("rejection.downtime", &[("count", (*days).into()), ("wished", (*wished).into())])
            }
            Rejection::Dominated { by } => {
                self.say("rejection.dominated", &[("option", self.option_id(by).into())])
            }
            Rejection::DoesNotFit => self.say("rejection.does_not_fit", &[]),
        };
        let notice = match rejection {
            Rejection::RouteBarred { notice, .. } | Rejection::NotAttested { notice, .. } => notice.as_ref(),
            _ => None,
        };
        (sentence, notice)
    }
}
