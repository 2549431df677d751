//! What must be asked first: yes, no, or in person.

use engine::Id;

use super::Question;
use super::about_you::about_you;
use crate::controls::{button, hint, radio};
use crate::markup::{Tag, group, tag};
use crate::model::ScreeningAnswer;
use crate::msg::Msg;
use crate::screening;

/// The screening questions by what they are about, and two about the skin.
pub(super) fn check(asked: Question) -> Tag {
    let Question { setting, model, send } = asked;
    let questions = engine::asked(&setting.protocol, &model.answers);
    let open = engine::unanswered(&setting.protocol, &model.answers);
    let rest = (!open.is_empty()).then(|| {
        let label = setting.count("ui.check.rest", open.len());
        tag("p").class("actions").with(button(label, send, Msg::RestDenied(open)))
    });
    let groups = screening::groups(&setting.protocol, &questions);
    group()
        .with(hint(setting, "ui.check.hint"))
        .each(&groups, |(about, questions)| {
            let title =
                tag("h4").class("check-about").with(setting.text_of("screening_about.", about.as_str()));
            tag("div").key(about.as_str()).with(title).each(questions, |id| question(asked, id))
        })
        .with(rest)
        .with(about_you(asked))
}

fn question(Question { setting, model, send }: Question, id: &Id) -> Tag {
    let name = ["planner-check-", id.as_str()].concat();
    let said = model.screening(id);
    let answer = |answer, key| {
        let msg = Msg::ScreeningAnswered(id.clone(), answer);
        radio(&name, said == Some(answer), setting.text(key), send, msg)
    };
    let choices = tag("div")
        .class("choices answers-three")
        .with(answer(ScreeningAnswer::Yes, "ui.check.yes"))
        .with(answer(ScreeningAnswer::No, "ui.check.no"))
        .with(answer(ScreeningAnswer::InPerson, "ui.check.in_person"));
    tag("fieldset")
        .class("fieldset check")
        .key(id.as_str())
        .with(tag("legend").class("check-question").with(setting.voice().screening(id)))
        .with(choices)
}
