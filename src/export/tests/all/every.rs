//! One of every code, and more than one where its words depend on a number.
//!
//! The `match` in each function names every variant, so that a new one does not compile without its words.

use engine::{
    Caution, Change, Date, Done, Figure, Gap, Id, Judgement, Origin, Priority, Question, Reason, Rejection,
    Route, Track, VisitRef, Weekday, Whose, Wish,
};

fn date() -> Date {
    Date::new(2027, 2, 16).unwrap()
}

fn modality() -> Id {
    Id::from("microneedling")
}

fn because() -> Id {
    Id::from("recent_tan")
}

pub fn reasons() -> Vec<Reason> {
    use Reason::*;
    let (to, modality, weekday) = (date(), modality(), Weekday::Sun);
    let mut all = Vec::new();
    for days in [0, 1, 3, 7, 21] {
        all.extend([
            Lead { days, to },
            EarliestStart { to },
            AfterConsultation { wait: days, to },
            AfterPatchTest { wait: days, to },
            ConsultationValid { for_days: days, to },
            Delay { because: because(), days, to },
            Delay { because: modality.clone(), days, to },
            IntervalMin { modality: modality.clone(), days, to },
            IntervalRec { modality: modality.clone(), days, to },
            IntervalMax { modality: modality.clone(), days, to },
            IntervalFrom { modality: modality.clone(), from: 1, days, to },
            Spacing { from: modality.clone(), days, to },
            BeforeEvent { buffer: days, downtime: days, to },
        ]);
    }
    all.extend([
        ClosedWeekday { weekday, to },
        ClosedDate { date: date(), to },
        ModalityDay { modality: modality.clone(), weekday, to },
        BlockedWeekday { weekday, to },
        BlockedDate { date: date(), to },
        MonthCap { cap: 1, to },
        MonthCap { cap: 2, to },
        SameDay { modality, to },
        Horizon { to },
        Pinned { to },
    ]);
    all.extend(Priority::ALL.iter().map(|priority| Best { priority: *priority, to }));
    for reason in &all {
        match reason {
            Lead { .. } | EarliestStart { .. } | AfterConsultation { .. } | AfterPatchTest { .. } => {}
            ConsultationValid { .. } | Delay { .. } | IntervalMin { .. } | IntervalRec { .. } => {}
            IntervalMax { .. } | Spacing { .. } | ClosedWeekday { .. } | ClosedDate { .. } => {}
            ModalityDay { .. } | BlockedWeekday { .. } | BlockedDate { .. } | MonthCap { .. } => {}
            SameDay { .. } | Best { .. } | BeforeEvent { .. } => {}
            IntervalFrom { .. } | Horizon { .. } | Pinned { .. } => {}
        }
    }
    all
}

pub fn rejections() -> Vec<Rejection> {
    use Rejection::*;
    let (on, notice) = (date(), || Some(Id::from("cosmetic")));
    let mut all = vec![
        JurisdictionUnknown { jurisdiction: "XX".to_owned() },
        PackExpired { on },
        ProtocolExpired { on },
        NotOffered,
        Screened { because: because() },
        SkinType { fitzpatrick: 6 },
        NoPairRule { with: modality() },
        Downtime { days: 1, wished: 0 },
        Downtime { days: 7, wished: 3 },
        Dominated { by: "microneedling".to_owned() },
        DoesNotFit,
        NotFound,
    ];
    for route in Route::ALL.iter().copied() {
        all.push(NoProduct { route });
        for origin in Origin::ALL.iter().copied() {
            all.push(RouteBarred { route, origin, notice: None });
            all.push(NotAttested { route, origin, document: Id::from("certificate"), notice: notice() });
        }
    }
    for rejection in &all {
        match rejection {
            JurisdictionUnknown { .. } | PackExpired { .. } | ProtocolExpired { .. } | RouteBarred { .. } => {
            }
            NotAttested { .. } | NoProduct { .. } | NotOffered | Screened { .. } | SkinType { .. } => {}
            NoPairRule { .. } | Downtime { .. } | Dominated { .. } | DoesNotFit => {}
            NotFound => {}
        }
    }
    all
}

fn cream() -> Id {
    Id::from("not_named")
}

pub fn cautions() -> Vec<Caution> {
    use Caution::*;
    let (modality, fitzpatrick) = (modality(), 5);
    let all = vec![
        PatchTestAdded,
        Review { because: because() },
        AskInPerson { about: because() },
        Warn { because: because() },
        Warn { because: Id::from("cold_sore_history") },
        SkinTypeReview { modality: modality.clone(), fitzpatrick },
        SkinTypeWarn { modality: modality.clone(), fitzpatrick },
        NoSpareDays { days: 1 },
        NoSpareDays { days: 7 },
        DowntimeNotStated { modality: modality.clone() },
        SpacingNotStated { after: Id::from("filler"), modality: modality.clone() },
        PastNotKnown { modality: modality.clone() },
        CreamLeftOut { anaesthetic: cream(), because: because() },
        CreamsTogether { first: cream(), second: Id::from("lidocaine_prilocaine") },
        DwellOffLabel { anaesthetic: cream(), modality },
        NotProven,
        PackExpires { on: date() },
    ];
    for caution in &all {
        match caution {
            PatchTestAdded | Review { .. } | AskInPerson { .. } | Warn { .. } | SkinTypeReview { .. } => {}
            SkinTypeWarn { .. } | NoSpareDays { .. } | DowntimeNotStated { .. } => {}
            NotProven | PackExpires { .. } | SpacingNotStated { .. } | PastNotKnown { .. } => {}
            CreamLeftOut { .. } | CreamsTogether { .. } | DwellOffLabel { .. } => {}
        }
    }
    all
}

pub fn questions() -> Vec<Question> {
    use Question::*;
    let (goal, product) = (Id::from("fine_lines"), Id::from("serum"));
    let mut all = vec![
        WhoTreats,
        ProductOrigin { product: product.clone() },
        ProductDocument { product: product.clone() },
        ProductPurity { product: product.clone() },
        ProductEvidence { product },
        Hygiene,
        OnsetNotStated { goal: goal.clone(), modality: modality() },
        PeakNotStated { goal: goal.clone(), modality: modality() },
        FadeNotStated { goal, modality: modality() },
        PatchTestWaitNotStated,
        DwellNotStated { modality: modality() },
        NumbnessNotStated { modality: modality() },
        ProcedureNotStated { modality: modality() },
        ApplicationNotStated { modality: modality() },
        VisitNotStated,
        SideEffectsNotStated { modality: modality() },
        FeelNotStated { modality: modality() },
        AftercareNotStated { modality: modality() },
        HomeUseNotStated { modality: modality() },
        SpacingNotStated { after: Id::from("filler"), modality: modality() },
        CostNotStated,
        IfItFails,
    ];
    for with_exosome in [false, true] {
        all.push(IntervalNotStated { modality: modality(), with_exosome });
        all.push(EarlySessionNotStated { modality: modality(), with_exosome });
        all.push(SessionsNotStated { modality: modality(), with_exosome });
        all.push(DowntimeNotStated { modality: modality(), with_exosome });
        all.push(UnusedNotStated { modality: modality(), with_exosome });
    }
    for question in &all {
        match question {
            WhoTreats | ProductOrigin { .. } | ProductDocument { .. } | IntervalNotStated { .. } => {}
            EarlySessionNotStated { .. } | SpacingNotStated { .. } => {}
            SessionsNotStated { .. } | DowntimeNotStated { .. } | OnsetNotStated { .. } => {}
            PeakNotStated { .. } | FadeNotStated { .. } | PatchTestWaitNotStated => {}
            ProductPurity { .. } | ProductEvidence { .. } | Hygiene | VisitNotStated => {}
            NumbnessNotStated { .. } | ApplicationNotStated { .. } | SideEffectsNotStated { .. } => {}
            HomeUseNotStated { .. } | AftercareNotStated { .. } | FeelNotStated { .. } => {}
            DwellNotStated { .. } | ProcedureNotStated { .. } | CostNotStated | IfItFails => {}
            UnusedNotStated { .. } => {}
        }
    }
    all
}

/// A series of this many sessions with every judgement, counted or not and with or without the number that decides.
pub fn track(sessions: Option<u8>) -> Track {
    let mut past = Vec::new();
    for judged in Judgement::ALL.iter().copied() {
        for number in [None, Some(2)] {
            for bound in [None, Some(Figure::own("3 weeks".to_owned()))] {
                past.push(Done { date: date(), judged, number, days: Some(19), bound });
            }
        }
    }
    Track {
        modality: modality(),
        exosome: None,
        sessions: sessions.map(Figure::own),
        done: 2,
        past,
        interval: Gap::default(),
        downtime_days: None,
        home_use: None,
    }
}

fn visit() -> VisitRef {
    VisitRef { modality: Some(modality()), number: Some(2) }
}

pub fn changes() -> Vec<Change> {
    use Change::*;
    let (to, modality) = (date(), modality());
    let all = vec![
        StartEarlier { days: 9, to },
        EventLater { days: 1, to },
        FewerSessions { modality: modality.clone(), sessions: 1 },
        FewerSessions { modality: modality.clone(), sessions: 2 },
        AfterEvent { last: to },
        FreeDay { date: to, whose: Whose::Person },
        FreeDay { date: to, whose: Whose::Clinic },
        LeaveOut { modality },
        MoreVisitsAMonth { cap: 1 },
        MoreVisitsAMonth { cap: 2 },
        Unpin { visits: vec![visit()] },
        Unpin { visits: vec![visit(), VisitRef { modality: None, number: None }] },
    ];
    for change in &all {
        match change {
            StartEarlier { .. } | EventLater { .. } | FewerSessions { .. } | AfterEvent { .. } => {}
            FreeDay { .. } | LeaveOut { .. } | MoreVisitsAMonth { .. } | Unpin { .. } => {}
        }
    }
    all
}

pub fn wishes() -> Vec<Wish> {
    use Wish::*;
    let all = vec![
        Event { date: date() },
        EarliestStart { date: date() },
        Weekday { weekday: engine::Weekday::Mon },
        Range { from: date(), to: date() },
        VisitsAMonth { cap: 1 },
        VisitsAMonth { cap: 2 },
        Extra { modality: modality() },
        Pin { visit: visit(), date: date() },
    ];
    for wish in &all {
        match wish {
            Event { .. } | EarliestStart { .. } | Weekday { .. } | Range { .. } | VisitsAMonth { .. } => {}
            Extra { .. } | Pin { .. } => {}
        }
    }
    all
}
