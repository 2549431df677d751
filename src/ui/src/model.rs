//! What the interface remembers: answers, place, choices. The plan is derived from it, never part of it.

use engine::{Choice, Date, Id, Plan, Request};

use crate::draft::{DateDraft, DateField};
use crate::history::History;
use crate::link::{LinkNote, Opened};
use crate::step::Step;

/// Everything that a person has said and where they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The answers that the engine plans from.
    pub answers: Request,
    /// The open question, or the plan.
    pub step: Step,
    /// The option shown, by id; the first where absent.
    pub option: Option<String>,
    /// The visit pointed at in the timeline.
    pub visit: Option<usize>,
    /// Why the visit pointed at is not where it was to go.
    pub refused: Option<String>,
    /// A visit's mark that is held.
    pub drag: Option<Drag>,
    /// Whether sentences are said in more detail, where they can be.
    pub is_detailed: bool,
    /// What a page of paper is made for, while one is asked for.
    pub paper: Option<Paper>,
    /// Whether the person does not know what they want, and would rather talk.
    pub is_unsure: bool,
    /// Whether the skin type was answered with "not sure".
    pub skin_type_unsure: bool,
    /// Whether the question about very sensitive skin was answered.
    pub sensitivity_answered: bool,
    /// Whether there is an event; its date may still be missing.
    pub has_event: Option<bool>,
    /// What the event is, kept while its date is being written.
    pub event_kind: Option<Id>,
    /// Dates on their way in.
    pub drafts: Drafts,
    /// What the earlier session was, while its date is being written.
    pub past_modality: Option<Id>,
    /// A clinician's numbing check.
    pub cream: CreamEntry,
    /// The way back.
    pub history: History,
    /// What is to be known of the link that the plan came by.
    pub link: Option<LinkNote>,
    /// Whether the link is shown as a code to scan.
    pub is_code_shown: bool,
    /// Whether prices are shown; a screen that others see as well shows them on demand.
    pub are_prices_shown: bool,
    /// What calendar entries may give away, one for each of [`CalendarWish::ALL`].
    pub calendar_wishes: [bool; 3],
    /// How many calendar files were offered: each later one replaces those before.
    pub calendars: u32,
}

/// What a page of paper is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// One option in full.
    Plan,
    /// The options side by side.
    Options,
}

/// A visit's mark on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Drag {
    /// The visit, by its first session; the consultation by none.
    pub visit: Option<(Id, u8)>,
    /// Its day when it was taken hold of.
    pub from: Date,
    /// Where that was, in pixels from the left.
    pub x: i32,
    /// How many days later each pixel to the right is.
    pub days_per_pixel: f64,
}

/// What a calendar entry has only where the person wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarWish {
    /// The treatment's name.
    Title,
    /// What to do and to leave alone afterwards.
    Aftercare,
    /// A reminder the day before.
    Alarm,
}

impl CalendarWish {
    /// All of them.
    pub const ALL: [CalendarWish; 3] = [CalendarWish::Title, CalendarWish::Aftercare, CalendarWish::Alarm];
}

/// One field of the numbing check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreamField {
    /// The cream, by id.
    Cream,
    /// What it is put on for, by id.
    Modality,
    /// Where, by id.
    Area,
    /// Square centimetres.
    Cm2,
    /// Grams.
    Grams,
    /// Minutes.
    Minutes,
}

/// What is written in the numbing check, as it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreamEntry([String; 6]);

impl CreamEntry {
    /// One field.
    pub fn of(&self, field: CreamField) -> &str {
        &self.0[field as usize]
    }

    /// Writes one field.
    pub fn enter(&mut self, field: CreamField, text: String) {
        self.0[field as usize] = text;
    }
}

/// Every date on its way in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drafts([DateDraft; 5]);

impl Drafts {
    /// One date's fields.
    pub fn of(&self, field: DateField) -> &DateDraft {
        &self.0[field as usize]
    }

    /// One date's fields, to write into.
    pub fn of_mut(&mut self, field: DateField) -> &mut DateDraft {
        &mut self.0[field as usize]
    }
}

/// What was said to one screening question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreeningAnswer {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// To be asked in person.
    InPerson,
}

impl Model {
    /// The option of a plan that is looked at, with its place: the first, where the wished one is not among them.
    pub fn looked_at<'a>(&self, plan: &'a Plan) -> Option<(usize, &'a Choice)> {
        let wished = |(_, option): &(usize, &Choice)| self.option.as_ref() == Some(&option.id);
        let mut options = plan.options.iter().enumerate();
        options.clone().find(wished).or_else(|| options.next())
    }

    /// A fresh start, or where somebody left off.
    pub fn new(initial: Option<Request>) -> Model {
        let answers = initial.unwrap_or_default();
        let mut drafts = Drafts::default();
        if let Some(date) = answers.earliest_start {
            *drafts.of_mut(DateField::Start) = DateDraft::of(date);
        }
        if let Some(event) = &answers.event {
            *drafts.of_mut(DateField::Event) = DateDraft::of(event.date);
        }
        Model {
            step: if answers.goals.is_empty() { Step::Begin } else { Step::Plan },
            option: None,
            visit: None,
            refused: None,
            is_detailed: false,
            paper: None,
            drag: None,
            is_unsure: false,
            skin_type_unsure: false,
            sensitivity_answered: answers.person.very_sensitive,
            has_event: answers.event.as_ref().map(|_| true),
            event_kind: answers.event.as_ref().and_then(|event| event.kind.clone()),
            past_modality: None,
            cream: CreamEntry::default(),
            history: History::default(),
            link: None,
            is_code_shown: false,
            are_prices_shown: false,
            calendar_wishes: [false; 3],
            calendars: 0,
            drafts,
            answers,
        }
    }

    /// What a link held, to be gone on from.
    pub fn opened(opened: &Opened) -> Model {
        match opened {
            Opened::Answers { answers, is_by_other_rules } => {
                let note = |on| LinkNote::Made { on, is_by_other_rules: *is_by_other_rules };
                let link = answers.today.map(note);
                Model { link, ..Model::new(Some((**answers).clone())) }
            }
            Opened::Unreadable => Model { link: Some(LinkNote::Unreadable), ..Model::new(None) },
        }
    }

    /// What was said to a screening question so far.
    pub fn screening(&self, question: &Id) -> Option<ScreeningAnswer> {
        let person = &self.answers.person;
        if person.flags.contains(question) {
            Some(ScreeningAnswer::Yes)
        } else if person.unsure.contains(question) {
            Some(ScreeningAnswer::InPerson)
        } else {
            person.denied.contains(question).then_some(ScreeningAnswer::No)
        }
    }
}
