//! A language in two parts: what the questions say is on the first screen, what plans say comes with what plans.

use serde_json::{Map, Value};

/// What the questions speak of; of `ui`, only the groups below.
const OF_QUESTIONS: [&str; 10] = [
    "lang",
    "disclaimer",
    "range",
    "count",
    "modality",
    "goal",
    "area",
    "event",
    "screening",
    "screening_about",
];

/// The groups of `ui` that are seen before there is a plan.
const SCREENS: [&str; 24] = [
    "not_stated",
    "privacy",
    "intro",
    "notice",
    "answers",
    "begin",
    "goals",
    "areas",
    "check",
    "skin_type",
    "dates",
    "date",
    "away",
    "priority",
    "extras",
    "earlier",
    "bar",
    "summary",
    "empty",
    "awaited",
    "unsure",
    "not_of_age",
    "closed",
    "booking",
];

/// Spoken at a desk only.
const AT_A_DESK: [&str; 1] = ["text"];

/// What the questions say.
pub fn of_questions(locale: &str) -> String {
    part(locale, true)
}

/// What plans say, and no question does.
pub fn of_plans(locale: &str) -> String {
    part(locale, false)
}

/// One part of a language, in the order in which it is written. A file that is no object stays as it is: the planner
/// says what is wrong with it.
fn part(locale: &str, is_of_questions: bool) -> String {
    let Ok(Value::Object(all)) = serde_json::from_str(locale) else { return locale.to_owned() };
    let pick = |map: &Map<String, Value>, known: &[&str]| -> Map<String, Value> {
        map.iter()
            .filter(|(key, _)| known.contains(&key.as_str()) == is_of_questions)
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect()
    };
    let mut part = pick(&all, &OF_QUESTIONS);
    if let Some(Value::Object(ui)) = all.get("ui") {
        part.insert("ui".to_owned(), pick(ui, &SCREENS).into());
    }
    part.retain(|key, _| !AT_A_DESK.contains(&key.as_str()));
    part.insert("lang".to_owned(), all.get("lang").cloned().unwrap_or_default());
    Value::Object(part).to_string()
}

#[cfg(test)]
mod tests {
    use super::{of_plans, of_questions};

    #[test]
    fn each_sentence_is_in_one_part() {
        let locale = r#"{"lang":"en","goal":{"a":"1"},"reason":{"b":"2"},"text":{"c":"3"},"ui":{"begin":"4","visit":"5"}}"#;
        assert_eq!(of_questions(locale), r#"{"goal":{"a":"1"},"lang":"en","ui":{"begin":"4"}}"#);
        assert_eq!(of_plans(locale), r#"{"lang":"en","reason":{"b":"2"},"ui":{"visit":"5"}}"#);
    }
}
