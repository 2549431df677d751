//! Dates, times, numbers, lists, plurals and money in the person's language, by the browser's own `Intl`.

use std::cell::RefCell;

use engine::{Date, Time, Weekday};
use export::{DateStyle, Speech};
use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// 1 January 2024, a Monday: where weekdays without a date are counted from.
const MONDAY: &str = "2024-01-01";
const DAY: f64 = 86_400_000.0;
const MINUTE: f64 = 60_000.0;
/// How many phrases are remembered before all are forgotten: a plan has a few hundred, and somebody who moves its start
/// sees it on every day of a year.
const MOST_REMEMBERED: usize = 4_000;
/// How many lists are.
const MOST_LISTS: usize = 60;

/// What was said before: the kind of phrase, and its one or two numbers.
type Said = (u8, i64, i64);

/// Kinds of phrases beside the styles of a date.
const RANGE: u8 = 100;
const TIME: u8 = 101;
const NUMBER: u8 = 102;
const PLURAL: u8 = 103;
const MONEY: u8 = 104;
const WEEKDAY: u8 = 105;

/// The formatters of one language. Making one is slow in every browser, so each is made once.
pub(crate) struct BrowserSpeech {
    locales: Array,
    dates: RefCell<Vec<(&'static str, Intl::DateTimeFormat)>>,
    money: RefCell<Vec<(String, (Function, i32))>>,
    number: Function,
    list: Intl::ListFormat,
    plural: Intl::PluralRules,
    /// In order of what was said.
    remembered: RefCell<Vec<(Said, String)>>,
    lists: RefCell<Vec<(Vec<String>, String)>>,
}

impl BrowserSpeech {
    /// `lang` is a tag that `Intl` accepts; the class has made sure of it.
    pub(crate) fn new(lang: &str) -> Self {
        let locales = Array::of1(&lang.into());
        Self {
            dates: RefCell::default(),
            money: RefCell::default(),
            number: Intl::NumberFormat::new(&locales, &Object::new()).format(),
            list: Intl::ListFormat::new(&locales, &Object::new()),
            plural: Intl::PluralRules::new(&locales, &Object::new()),
            remembered: RefCell::default(),
            lists: RefCell::default(),
            locales,
        }
    }

    /// A phrase, asked of the browser the first time: every change of an answer says most of a plan again.
    fn remembered(&self, said: Said, say: impl FnOnce() -> String) -> String {
        let place = self.remembered.borrow().binary_search_by(|(known, _)| known.cmp(&said));
        match place {
            Ok(place) => self.remembered.borrow()[place].1.clone(),
            Err(_) if self.remembered.borrow().len() >= MOST_REMEMBERED => {
                self.remembered.take();
                self.remembered(said, say)
            }
            Err(place) => {
                let phrase = say();
                self.remembered.borrow_mut().insert(place, (said, phrase.clone()));
                phrase
            }
        }
    }

    fn formatter(&self, fields: &'static str) -> Intl::DateTimeFormat {
        kept(&self.dates, &fields, || Intl::DateTimeFormat::new(&self.locales, &options(fields)))
    }

    /// The formatter of a currency, and how many decimals it has.
    fn purse(&self, currency: &str) -> (Function, i32) {
        let make = || {
            let fields = format!("style currency, trailingZeroDisplay stripIfInteger, currency {currency}");
            let format = Intl::NumberFormat::new(&self.locales, &options(&fields));
            let resolved = format.resolved_options();
            let decimals =
                Reflect::get(&resolved, &"maximumFractionDigits".into()).ok().and_then(|v| v.as_f64());
            #[allow(clippy::cast_possible_truncation)]
            (format.format(), decimals.unwrap_or(2.0) as i32)
        };
        kept(&self.money, &currency.to_owned(), make)
    }
}

/// The value of a key, made the first time. There are never so many that looking for one takes long.
fn kept<K: PartialEq + Clone, V: Clone>(all: &RefCell<Vec<(K, V)>>, key: &K, make: impl FnOnce() -> V) -> V {
    let mut all = all.borrow_mut();
    if let Some((_, value)) = all.iter().find(|(known, _)| known == key) {
        return value.clone();
    }
    let value = make();
    all.push((key.clone(), value.clone()));
    value
}

impl Speech for BrowserSpeech {
    fn date(&self, date: Date, style: DateStyle) -> String {
        self.remembered((style as u8, days(date), 0), || {
            let format = self.formatter(fields(style)).format();
            called(&format, &instant(date)).unwrap_or_else(|| date.to_string())
        })
    }

    fn date_range(&self, from: Date, to: Date) -> String {
        self.remembered((RANGE, days(from), days(to)), || {
            let range = self.formatter(fields(DateStyle::Long)).format_range(&instant(from), &instant(to));
            range
                .ok()
                .and_then(|text| JsValue::from(text).as_string())
                .unwrap_or_else(|| format!("{from} – {to}"))
        })
    }

    fn time(&self, time: Time) -> String {
        self.remembered((TIME, time.minutes().into(), 0), || {
            let moment = JsDate::new(&JsValue::from_f64(f64::from(time.minutes()) * MINUTE));
            called(&self.formatter("hour numeric, minute 2-digit").format(), &moment)
                .unwrap_or_else(|| time.to_string())
        })
    }

    fn number(&self, number: i64) -> String {
        self.remembered((NUMBER, number, 0), || {
            // No count in a plan comes near 2^53.
            #[allow(clippy::cast_precision_loss)]
            called(&self.number, &JsValue::from_f64(number as f64)).unwrap_or_else(|| number.to_string())
        })
    }

    fn list(&self, items: &[String]) -> String {
        if self.lists.borrow().len() >= MOST_LISTS {
            self.lists.take();
        }
        kept(&self.lists, &items.to_vec(), || {
            let items: Array = items.iter().map(JsValue::from).collect();
            JsValue::from(self.list.format(&items)).as_string().unwrap_or_default()
        })
    }

    fn plural(&self, number: i64) -> &'static str {
        let category = self.remembered((PLURAL, number, 0), || {
            #[allow(clippy::cast_precision_loss)]
            JsValue::from(self.plural.select(number as f64)).as_string().unwrap_or_default()
        });
        ["zero", "one", "two", "few", "many"].into_iter().find(|known| *known == category).unwrap_or("other")
    }

    fn money(&self, minor: u64, currency: &str) -> String {
        let is_code = currency.len() == 3 && currency.bytes().all(|letter| letter.is_ascii_alphabetic());
        if !is_code {
            // `Intl` throws at anything else.
            return format!("{minor} {currency}");
        }
        let code = currency.bytes().fold(0, |code, letter| code << 8 | i64::from(letter));
        self.remembered((MONEY, code, minor.cast_signed()), || {
            let (format, decimals) = self.purse(currency);
            #[allow(clippy::cast_precision_loss)]
            let sum = minor as f64 / 10_f64.powi(decimals);
            called(&format, &JsValue::from_f64(sum)).unwrap_or_else(|| format!("{minor} {currency}"))
        })
    }

    fn weekday(&self, weekday: Weekday) -> String {
        self.remembered((WEEKDAY, weekday as i64, 0), || {
            let ahead = Weekday::ALL.iter().position(|day| *day == weekday).unwrap_or_default();
            let day = JsDate::new(&MONDAY.into());
            #[allow(clippy::cast_precision_loss)]
            day.set_time(day.get_time() + ahead as f64 * DAY);
            called(&self.formatter("weekday long").format(), &day).unwrap_or_default()
        })
    }
}

/// What of a date is shown. The language decides the order.
fn fields(style: DateStyle) -> &'static str {
    match style {
        DateStyle::Full => "weekday long, day numeric, month long, year numeric",
        DateStyle::Long => "day numeric, month long, year numeric",
        DateStyle::Day => "weekday short, day numeric, month long",
        DateStyle::DayMonth => "day numeric, month long",
        DateStyle::Short => "day numeric, month short",
        DateStyle::Month => "month short",
        DateStyle::Year => "year numeric",
        DateStyle::Numbers => "day numeric, month numeric, year numeric",
        DateStyle::Weekday => "weekday short",
    }
}

/// `Intl`'s options from `name value, name value`, always in UTC: a civil date has no time zone, and the person's own
/// must not move it.
fn options(fields: &str) -> Object {
    let options = Object::new();
    for field in fields.split(", ").chain(["timeZone UTC"]) {
        if let Some((name, value)) = field.split_once(' ') {
            let _ = Reflect::set(&options, &name.into(), &value.into());
        }
    }
    options
}

/// A date as a number to remember it by.
fn days(date: Date) -> i64 {
    date.days_since(Date::FIRST).into()
}

/// Midnight UTC of a civil date, which is what `YYYY-MM-DD` means in every engine.
fn instant(date: Date) -> JsDate {
    JsDate::new(&date.to_string().into())
}

fn called(format: &Function, value: &JsValue) -> Option<String> {
    format.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}
