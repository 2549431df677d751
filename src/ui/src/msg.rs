//! What can happen, in the past tense, and what follows from it.

use engine::{Change, Date, Id, Pin, Priority, Weekday};

use crate::draft::{DateField, DatePart};
use crate::model::{CalendarWish, CreamField, Drag, ScreeningAnswer};
use crate::step::Step;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // A variant's sentence names its parameters.
pub enum Msg {
    /// Whether the person is of age.
    AdultAnswered(bool),
    /// A goal was ticked or unticked.
    GoalToggled(Id),
    /// "I'm not sure" was ticked or unticked.
    UnsureToggled,
    /// An area was ticked or unticked.
    AreaToggled(Id),
    /// A screening question was answered.
    ScreeningAnswered(Id, ScreeningAnswer),
    /// All questions that are left were answered with no.
    RestDenied(Vec<Id>),
    /// A skin type was chosen, or "not sure".
    SkinTypeChosen(Option<u8>),
    /// Whether the skin is very sensitive.
    SensitivityAnswered(bool),
    /// One field of a date was written into.
    DateTyped(DateField, DatePart, String),
    /// A date was picked, as `YYYY-MM-DD`; empty where it was cleared.
    DatePicked(DateField, String),
    /// The fields of a date were left.
    DateLeft(DateField),
    /// Whether there is an event.
    EventAnswered(bool),
    /// What the event is.
    EventKindChosen(Id),
    /// A weekday that does not suit was ticked or unticked.
    WeekdayToggled(Weekday),
    /// The range that was written is to be kept.
    RangeAdded,
    /// A range no longer counts.
    RangeRemoved(usize),
    /// The most visits a month, or no limit.
    VisitCapChosen(Option<u8>),
    /// The most days of visible recovery, or no limit.
    DowntimeCapChosen(Option<u16>),
    /// What matters most.
    PriorityChosen(Priority),
    /// An extra was ticked or unticked.
    ExtraToggled(Id),
    /// What the earlier session was.
    PastModalityChosen(Option<Id>),
    /// The earlier session that was written is to be kept.
    PastAdded,
    /// An earlier session no longer counts.
    PastRemoved(usize),
    /// A section was opened.
    StepOpened(Step),
    /// The next question was asked for.
    NextAsked,
    /// The question before was asked for.
    BackAsked,
    /// One line of the summed-up faults was chosen.
    FaultChosen(DateField, DatePart),
    /// Another option was chosen.
    OptionChosen(String),
    /// A visit was pointed at.
    VisitPointed(usize),
    /// A visit of an option was put on a day, or let go from one.
    VisitMoved { option: String, pins: Vec<Pin>, slides: bool },
    /// A visit can't be where it was to go; the rule that keeps it.
    MoveRefused(String),
    /// A visit's mark was taken hold of.
    DragBegan(Drag),
    /// It was let go.
    DragEnded,
    /// A change that makes the plan fit was chosen.
    ChangeChosen(Change),
    /// A field of the numbing check was written.
    CreamEntered(CreamField, String),
    /// A calendar file was asked for; it is ready.
    CalendarAsked(String),
    /// The questions were asked for as a file; its text is ready.
    QuestionsAsked(String),
    /// Paper was asked for.
    PrintAsked,
    /// The browser is about to print, whoever asked it to.
    PaperAsked,
    /// The options side by side were asked for on paper.
    OptionsPrintAsked,
    /// One block of the plan was asked for, by its title's id.
    BlockAsked(&'static str),
    /// The last change is to be taken back.
    Undone,
    /// What was taken back is to hold again.
    Redone,
    /// The first day was moved.
    StartMoved(Date),
    /// Another number of sessions was wished for.
    SessionsWished(Id, u8),
    /// What calendar entries may give away was ticked or unticked.
    CalendarWished(CalendarWish),
    /// The link was asked for; it is ready.
    LinkCopied(String),
    /// The link as a code was shown or hidden.
    CodeToggled,
    /// Plain words, or more detail.
    RegisterToggled,
    /// Prices were shown or hidden.
    PricesToggled,
    /// The option as a CarePlan was asked for; its text is ready.
    CarePlanAsked(String),
    /// The plan as data was asked for.
    DataAsked,
    /// The plan of a link is to be made anew, from today.
    TodayAsked,
}

/// What is to be done because of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The answers are others now.
    AnswersChanged,
    /// An element is to have the focus.
    Focus(String),
    /// A sentence is to be said.
    Say(String),
    /// A calendar file is to be offered.
    OfferCalendar(String),
    /// The questions are to be offered as a file.
    OfferQuestions(String),
    /// The page is to be printed.
    Print,
    /// The link is to be copied.
    Copy(String),
    /// The CarePlan is to be offered.
    OfferCarePlan(String),
    /// The plan is to be offered as data.
    OfferData,
}
