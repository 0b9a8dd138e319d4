//! Writes [`HoursRule`]s in the OSM `opening_hours` syntax.

use super::calendar::{CalendarPeriod, Dates, Days, Holidays, WeekDays, YearDay};
use super::osm::{DAYS, MONTHS};
use super::rules::{DAY, HoursRule, Join, RuleKind, TimeSpan};

/// Rules in this syntax, as [`parse`](super::osm::parse) reads them.
pub fn written(rules: &[HoursRule]) -> String {
    let mut out = String::new();
    for (index, rule) in rules.iter().enumerate() {
        if index > 0 {
            out.push_str(match rule.join {
                Join::Normal => "; ",
                Join::Additional => ", ",
                Join::Fallback => " || ",
            });
        }
        // `Mo, Mo` would be one list of days.
        let next = rules.get(index + 1).map(|next| next.join);
        out.push_str(&one(rule, next == Some(Join::Additional)));
    }
    out
}

fn one(rule: &HoursRule, is_followed: bool) -> String {
    let mut words: Vec<String> = Vec::new();
    let periods = rule.parts.iter().map(|part| &part.period);
    let narrowest = |period: &&CalendarPeriod| period.holidays == Holidays::default();
    let period = periods
        .clone()
        .find(narrowest)
        .or_else(|| periods.clone().next());
    if let Some(period) = period {
        words.extend(of_period(period));
    }
    let mut days: Vec<String> = Vec::new();
    for part in &rule.parts {
        match &part.days {
            Days::Week(WeekDays::ALL) if part.period.is_always() => days.push("Mo-Su".to_owned()),
            Days::Week(WeekDays::ALL) => {}
            Days::Week(week) => days.push(of_week(*week)),
            Days::Nth(day, which) => {
                let which: Vec<String> = which.iter().map(i8::to_string).collect();
                days.push(format!("{}[{}]", DAYS[usize::from(*day)], which.join(",")));
            }
        }
        if period.is_some_and(|period| *period != part.period) {
            days.extend(of_holidays(part.period.holidays));
        }
    }
    if !days.is_empty() {
        words.push(days.join(","));
    }
    let spans: Vec<String> = rule.spans.iter().map(|span| of_span(*span)).collect();
    match (words.is_empty(), rule.spans.as_slice()) {
        (true, [TimeSpan::DAY]) => words.push("24/7".to_owned()),
        (_, []) => {}
        _ => words.push(spans.join(",")),
    }
    match rule.kind {
        RuleKind::Closed => words.push("off".to_owned()),
        RuleKind::Open
            if rule.comment.is_some()
                || words.is_empty()
                || is_followed && rule.spans.is_empty() =>
        {
            words.push("open".to_owned());
        }
        RuleKind::Unknown if rule.comment.is_none() => words.push("unknown".to_owned()),
        RuleKind::Open | RuleKind::Unknown => {}
    }
    words.extend(
        rule.comment
            .as_ref()
            .map(|comment| format!("\"{comment}\"")),
    );
    words.join(" ")
}

fn of_period(period: &CalendarPeriod) -> Vec<String> {
    let mut words = Vec::new();
    let list = |parts: Vec<String>| (!parts.is_empty()).then(|| parts.join(","));
    let years = period.years.iter().map(|years| match years.to {
        None => format!("{}+", years.from),
        Some(to) if to == years.from => to.to_string(),
        Some(to) => format!("{}-{to}", years.from),
    });
    words.extend(list(years.collect()));
    words.extend(list(period.dates.iter().map(of_dates).collect()));
    let weeks = period.weeks.iter().map(|weeks| match weeks.step {
        1 if weeks.from == weeks.to => weeks.from.to_string(),
        1 => format!("{}-{}", weeks.from, weeks.to),
        step => format!("{}-{}/{step}", weeks.from, weeks.to),
    });
    words.extend(list(weeks.collect()).map(|weeks| format!("week {weeks}")));
    words.extend(list(of_holidays(period.holidays)));
    words
}

fn of_holidays(holidays: Holidays) -> Vec<String> {
    let kinds = [(holidays.public, "PH"), (holidays.school, "SH")];
    let named = kinds.iter().filter(|(is, _)| *is);
    named.map(|(_, name)| (*name).to_owned()).collect()
}

fn of_dates(dates: &Dates) -> String {
    let month = |month: i8| MONTHS[usize::from((month - 1).unsigned_abs() % 12)];
    let date = |date: &YearDay| {
        let year = date.year.map(|year| format!("{year} ")).unwrap_or_default();
        format!("{year}{} {:02}", month(date.month), date.day)
    };
    match dates {
        Dates::Months(from, to) if from == to => month(*from).to_owned(),
        Dates::Months(from, to) => format!("{}-{}", month(*from), month(*to)),
        Dates::Days(from, to) if from == to => date(from),
        Dates::Days(from, to) => format!("{}-{}", date(from), date(to)),
    }
}

fn of_week(week: WeekDays) -> String {
    let mut parts = Vec::new();
    for (from, to) in week.runs() {
        let (first, last) = (DAYS[usize::from(from)], DAYS[usize::from(to)]);
        match (to + 7 - from) % 7 {
            0 => parts.push(first.to_owned()),
            1 => parts.push(format!("{first},{last}")),
            _ => parts.push(format!("{first}-{last}")),
        }
    }
    parts.join(",")
}

fn of_span(span: TimeSpan) -> String {
    let time = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    // After midnight, and before the next start: as people write it.
    let to = match span.to {
        to if to > DAY && to - DAY <= span.from => to - DAY,
        to => to,
    };
    match (span.open_end, span.from == span.to) {
        (true, true) => format!("{}+", time(span.from)),
        (true, false) => format!("{}-{}+", time(span.from), time(to)),
        (false, _) => format!("{}-{}", time(span.from), time(to)),
    }
}
