//! The closed vocabulary: words that documents, engine and interface share.

use serde::Serialize;

use crate::json::displayed;
use crate::malformed::malformed;
use crate::read::readable;

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$item])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every term, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The term as documents write it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(text: String) -> Result<$name, String> {
                let found = $name::ALL.iter().copied().find(|term| term.as_str() == text);
                found.ok_or_else(|| unknown(&text, &[$($text),+]))
            }
        }

        readable!(text $name);
        displayed!($name);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )+};
}

terms! {
    /// How well a number is known, best first.
    Grade {
        /// A randomised trial of this very combination.
        A = "A",
        /// A randomised trial or meta-analysis of the base procedure, or another controlled study.
        B = "B",
        /// An uncontrolled study, registry or consensus.
        C = "C",
        /// An opinion or a seller's page.
        D = "D",
        /// The clinic's own practice.
        Clinic = "clinic",
    }

    /// How an exosome product meets the skin.
    Route {
        /// Put on at home.
        Home = "home",
        /// Put on intact skin at the clinic.
        IntactSkin = "intact_skin",
        /// Put on after a procedure that opened channels in the skin.
        AfterProcedure = "after_procedure",
        /// Injected.
        Injected = "injected",
    }

    /// Where a product's exosomes come from.
    Origin {
        /// Human platelets.
        Platelet = "platelet",
        /// Human umbilical cord or other birth tissue.
        Umbilical = "umbilical",
        /// Human fat.
        Adipose = "adipose",
        /// Human bone marrow.
        BoneMarrow = "bone_marrow",
        /// Human stem cells grown in a laboratory.
        CulturedStemCell = "cultured_stem_cell",
        /// Plants.
        Plant = "plant",
        /// Fish and other sea animals.
        Marine = "marine",
        /// Milk.
        Milk = "milk",
        /// Made in a laboratory, not taken from cells.
        Artificial = "artificial",
        /// The product does not say.
        NotStated = "not_stated",
    }

    /// What a pack says of one route and origin.
    GateState {
        /// Allowed.
        On = "on",
        /// Allowed once the clinic attests a document.
        Clinic = "clinic",
        /// Not allowed.
        Off = "off",
    }

    /// How often a fee is paid.
    FeeUnit {
        /// Once.
        Course = "course",
        /// On every day at the clinic, the consultation's among them.
        Visit = "visit",
        /// With every session.
        Session = "session",
    }

    /// What a person's ranking asks of the dates.
    Priority {
        /// Intervals as close as possible to the recommended ones.
        Cadence = "cadence",
        /// Finished as soon as possible.
        Soonest = "soonest",
        /// As few visits as possible.
        FewestVisits = "fewest_visits",
        /// As much of the expected outcome as possible around the event.
        Event = "event",
        /// As little visible recovery as possible.
        LeastDowntime = "least_downtime",
        /// As low a cost as possible.
        LowestCost = "lowest_cost",
    }

    /// What an answer to a screening question does.
    ScreeningAction {
        /// Takes the modality away.
        Block = "block",
        /// Leaves the plan provisional until a clinician releases it.
        Review = "review",
        /// Moves the first date.
        Delay = "delay",
        /// Adds a caution.
        Warn = "warn",
    }

    /// Whether two modalities may share a day, and in which order.
    SameDay {
        /// Never on one day.
        No = "no",
        /// On one day, `a` before `b`.
        AFirst = "a_first",
        /// On one day, `b` before `a`.
        BFirst = "b_first",
        /// On one day, in either order.
        Either = "either",
    }

    /// What part a modality plays in a plan.
    Role {
        /// A procedure that a plan is built around.
        Base = "base",
        /// A procedure that may join a base.
        Extra = "extra",
        /// Something used at home, without visits.
        Home = "home",
        /// Something done before the first session.
        Priming = "priming",
        /// Something that is done or taken elsewhere, and that sessions keep away from; never planned.
        Elsewhere = "elsewhere",
    }

    /// How a past session lies to the one before it in its series.
    Judgement {
        /// None was before it.
        First = "first",
        /// Sooner than what still counts.
        TooSoon = "too_soon",
        /// Sooner than is planned, and it counts.
        Grace = "grace",
        /// As far apart as is planned.
        OnTime = "on_time",
        /// Later than is planned, and it counts.
        Late = "late",
        /// No number of the protocol decides it.
        NotJudged = "not_judged",
    }

    /// The kind of study or page that a number comes from.
    SourceKind {
        /// A randomised trial.
        Randomised = "randomised",
        /// A controlled study without randomisation.
        Controlled = "controlled",
        /// A study without a control group.
        Uncontrolled = "uncontrolled",
        /// A systematic review or meta-analysis.
        Review = "review",
        /// A trial registry entry.
        Registry = "registry",
        /// A consensus of experts.
        Consensus = "consensus",
        /// A product's official label.
        Label = "label",
        /// A regulator's, court's or ministry's text.
        Official = "official",
        /// A case report.
        Case = "case",
        /// A clinician's statement or a news article.
        Statement = "statement",
        /// A clinic's, seller's or law firm's page.
        Page = "page",
    }

    /// What a sentence that may not be published does.
    ClaimClass {
        /// Says that something treats, cures or prevents a disease.
        Disease = "disease",
        /// Says that it changes how the body works.
        Physiology = "physiology",
        /// Promises a result, or that nothing can go wrong.
        Certainty = "certainty",
        /// Says that it is better than something else.
        Superiority = "superiority",
        /// Says that an authority stands behind it.
        Approval = "approval",
        /// Puts a prescription medicine or its brand beside a price or a booking.
        Medicine = "medicine",
        /// Lets a patient or a famous person praise it.
        Testimonial = "testimonial",
        /// Hurries, shames or hides a price.
        Pressure = "pressure",
        /// Uses a word that the jurisdiction does not allow.
        Word = "word",
    }

    /// What a cell of a numbing cream's label is about.
    LabelItem {
        /// Minutes on the skin before the procedure.
        Dwell = "dwell",
        /// Grams for the area.
        Amount = "amount",
        /// Grams in all, at most.
        Grams = "grams",
        /// Square centimetres in all, at most.
        Area = "area",
        /// Minutes on the skin, at most.
        Contact = "contact",
    }

    /// How the use of a numbing cream lies to a cell of its label.
    LabelVerdict {
        /// As the label says.
        Within = "within",
        /// Less than the label says.
        Below = "below",
        /// More than the label says.
        Above = "above",
        /// What is to be done was not said.
        NotGiven = "not_given",
        /// The label has no figure here.
        NoLabelFigure = "no_label_figure",
    }

    /// Where an expected change stands on one day.
    OutcomeState {
        /// Before any change can be expected.
        None = "none",
        /// A change may begin to be noticed.
        MayBegin = "may_begin",
        /// Noticed, and growing.
        Building = "building",
        /// At its most.
        AtBest = "at_best",
        /// Wearing off.
        Fading = "fading",
        /// Worn off.
        Faded = "faded",
        /// No figure is available.
        NotKnown = "not_known",
    }

    /// Whether a plan stands.
    Status {
        /// Dates were found and nothing waits for a clinician's release.
        Ready = "ready",
        /// Dates were found, and a clinician must release them.
        Provisional = "provisional",
        /// Nothing may be planned for these answers.
        Blocked = "blocked",
        /// What may be planned does not fit the dates.
        Infeasible = "infeasible",
    }

    /// Why a visit does not begin at the time that was wished for.
    StartMoved {
        /// The clinic is not open so early.
        BeforeOpening = "before_opening",
        /// So late a start would run past closing time.
        TooLate = "too_late",
    }

    /// One moment of a visit.
    StepKind {
        /// Arriving and checking in.
        CheckIn = "check_in",
        /// Talking with the clinician.
        Consultation = "consultation",
        /// A little of the product tried on the skin.
        PatchTest = "patch_test",
        /// Numbing cream on, then waiting.
        Numbing = "numbing",
        /// The procedure itself.
        Procedure = "procedure",
        /// The exosome product put on.
        Exosome = "exosome",
        /// A last look, and aftercare explained.
        Aftercare = "aftercare",
    }
}

fn unknown(text: &str, known: &[&str]) -> String {
    let help = format!("write one of `{}`", known.join("`, `"));
    malformed("E-PROTO-WORD", &format!("`{text}` is not a word known here"), &help)
}

impl ClaimClass {
    /// The code of a problem of this class.
    pub fn code(self) -> &'static str {
        match self {
            ClaimClass::Disease => "CLAIM-DISEASE",
            ClaimClass::Physiology => "CLAIM-PHYSIOLOGY",
            ClaimClass::Certainty => "CLAIM-CERTAINTY",
            ClaimClass::Superiority => "CLAIM-SUPERIORITY",
            ClaimClass::Approval => "CLAIM-APPROVAL",
            ClaimClass::Medicine => "CLAIM-MEDICINE",
            ClaimClass::Testimonial => "CLAIM-TESTIMONIAL",
            ClaimClass::Pressure => "CLAIM-PRESSURE",
            ClaimClass::Word => "CLAIM-WORD",
        }
    }
}

impl Origin {
    /// Whether the product comes from human tissue or cells; a product that does not say counts as human.
    pub fn is_human(self) -> bool {
        !matches!(self, Origin::Plant | Origin::Marine | Origin::Milk | Origin::Artificial)
    }
}
