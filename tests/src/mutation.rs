//! Documents with something wrong in them: real ones, changed in one place at a time.

use serde_json::{Map, Value, json};

/// Values that stand at an edge of something.
fn odd(choose: &mut dyn FnMut(usize) -> usize) -> Value {
    const TEXTS: &[&str] = &[
        "",
        " ",
        "-",
        "\u{0}",
        "é😀",
        "null",
        "a+b",
        "exosome",
        "microneedling",
        "prp_face",
        "home_serum",
        "0001-01-01",
        "1970-01-01",
        "2026-11-22",
        "2027-02-29",
        "2028-02-29",
        "2100-02-28",
        "2199-12-31",
        "9999-12-31",
        "00:00",
        "09:00",
        "23:59",
        "24:00",
        "24:01",
        "0 days",
        "1 day",
        "-5 days",
        "731 days",
        "99999999999 days",
        "4294967295 weeks",
        "2147483647 days",
        "100 years",
        "9999 years",
        "1 month - 400 days",
        "1 year - 4 days",
        "3 to 1 weeks",
        "0 to 10000 days",
        "0 minutes",
        "1439 minutes",
        "99999 minutes",
        "12 hours",
        "sun",
        "no",
        "either",
        "a_first",
        "base",
        "extra",
        "home",
        "priming",
        "after_procedure",
        "injected",
        "not_stated",
        "event",
    ];
    let numbers = [
        json!(0),
        json!(1),
        json!(-1),
        json!(2),
        json!(12),
        json!(13),
        json!(31),
        json!(255),
        json!(256),
        json!(65_535),
        json!(65_536),
        json!(u32::MAX),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(0.5),
        json!(1e308),
        json!(true),
        json!(false),
        Value::Null,
        json!([]),
        json!({}),
        json!([[]]),
    ];
    match choose(TEXTS.len() + numbers.len()) {
        place if place < TEXTS.len() => json!(TEXTS[place]),
        place => numbers[place - TEXTS.len()].clone(),
    }
}

/// Changes one place of a document; `choose` gives a number below the one it is given.
pub fn change(document: &mut Value, choose: &mut dyn FnMut(usize) -> usize) {
    let place = choose(size(document));
    let other = choose(size(document));
    let other = at(document, &mut { other }).map(|value| value.clone());
    let Some(here) = at(document, &mut { place }) else { return };
    match choose(10) {
        0 => remove(here, choose),
        1 | 2 => *here = odd(choose),
        3 => double(here, choose),
        4 => *here = other.unwrap_or(Value::Null),
        5 => {
            for level in 0..[1, 2, 60, 125, 200][choose(5)] {
                let inner = here.take();
                *here = if level % 2 == 0 { json!([inner]) } else { json!({ "id": inner }) };
            }
        }
        6 => *here = json!("long ".repeat([10, 1_000, 20_000][choose(3)])),
        7 => rename(here, choose),
        8 => swap(here, choose),
        _ => stretch(here, choose),
    }
}

/// How many values there are in a document, itself among them.
fn size(value: &Value) -> usize {
    match value {
        Value::Array(list) => 1 + list.iter().map(size).sum::<usize>(),
        Value::Object(map) => 1 + map.values().map(size).sum::<usize>(),
        _ => 1,
    }
}

/// The value with so many before it.
fn at<'v>(value: &'v mut Value, before: &mut usize) -> Option<&'v mut Value> {
    if *before == 0 {
        return Some(value);
    }
    *before -= 1;
    match value {
        Value::Array(list) => list.iter_mut().find_map(|inner| at(inner, before)),
        Value::Object(map) => map.values_mut().find_map(|inner| at(inner, before)),
        _ => None,
    }
}

fn remove(value: &mut Value, choose: &mut dyn FnMut(usize) -> usize) {
    match value {
        Value::Array(list) if !list.is_empty() => drop(list.remove(choose(list.len()))),
        Value::Object(map) => {
            if let Some(key) = key(map, choose) {
                map.remove(&key);
            }
        }
        other => *other = Value::Null,
    }
}

/// An entry twice, or a whole list several times over.
fn double(value: &mut Value, choose: &mut dyn FnMut(usize) -> usize) {
    match value {
        Value::Array(list) if !list.is_empty() && list.len() < 100 => {
            let entry = list[choose(list.len())].clone();
            if choose(4) == 0 {
                let (once, times) = (list.len(), 2 + choose(7));
                *list = list.iter().cycle().take(once * times).cloned().collect();
            }
            list.push(entry);
        }
        Value::Object(map) => {
            if let (Some(from), Some(to)) = (key(map, choose), key(map, choose)) {
                map.insert(to, map[&from].clone());
            }
        }
        other => *other = json!([other.take(), other.take()]),
    }
}

fn rename(value: &mut Value, choose: &mut dyn FnMut(usize) -> usize) {
    let Value::Object(map) = value else { return };
    let Some(key) = key(map, choose) else { return };
    let inner = map.remove(&key).unwrap_or_default();
    let name = ["id", "min", "rec", "max", "value", "date", "from", "to", "", "unheard_of"][choose(10)];
    map.insert(name.to_owned(), inner);
}

fn swap(value: &mut Value, choose: &mut dyn FnMut(usize) -> usize) {
    match value {
        Value::Array(list) if !list.is_empty() => {
            let (one, other) = (choose(list.len()), choose(list.len()));
            list.swap(one, other);
        }
        Value::Object(map) => {
            if let (Some(one), Some(other)) = (key(map, choose), key(map, choose)) {
                let (first, second) = (map[&one].clone(), map[&other].clone());
                map.insert(one, second);
                map.insert(other, first);
            }
        }
        _ => {}
    }
}

/// Another number in place of the first one that is written here: `3 weeks` becomes `700 weeks`.
fn stretch(value: &mut Value, choose: &mut dyn FnMut(usize) -> usize) {
    let number =
        [0, 1, 2, 5, 9, 12, 13, 29, 31, 60, 364, 700, 731, 9_999, 40_000, 2_147_483_647_i64][choose(16)];
    match value {
        Value::Number(_) => *value = json!(number),
        Value::String(text) => {
            let from = text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(text.len());
            let digits = text[from..].chars().take_while(char::is_ascii_digit).count();
            text.replace_range(from..from + digits, &number.to_string());
        }
        Value::Bool(truth) => *truth = !*truth,
        _ => {}
    }
}

fn key(map: &Map<String, Value>, choose: &mut dyn FnMut(usize) -> usize) -> Option<String> {
    if map.is_empty() { None } else { map.keys().nth(choose(map.len())).cloned() }
}

/// Choices that come out of a list of numbers, 0 when it has run out.
pub fn from_numbers(numbers: &[u32]) -> impl FnMut(usize) -> usize {
    let mut numbers = numbers.iter();
    move |below| numbers.next().map_or(0, |number| *number as usize % below.max(1))
}

/// Choices without end from one number (SplitMix64).
pub fn from_seed(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |below| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % below.max(1) as u64).unwrap_or(0)
    }
}
