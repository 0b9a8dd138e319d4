//! Rules of opening hours and their effect, minute by minute.
//!
//! The semantics are those of the OSM wiki's specification as implemented by the library opening_hours.js: a
//! test compares the two.

use std::ops::Range;

use super::calendar::{CalendarPeriod, Day, Days};

/// Minutes of a day.
pub const DAY: u16 = 1440;

/// Times of a day, in minutes from midnight; the end may be on the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeSpan {
    /// The start, before [`DAY`].
    pub from: u16,
    /// The end; equal to the start if only that is known.
    pub to: u16,
    /// Whether it may last longer.
    pub open_end: bool,
}

impl TimeSpan {
    /// The whole day.
    pub const DAY: Self = Self {
        from: 0,
        to: DAY,
        open_end: false,
    };

    /// Whether it ends on the next day.
    pub fn is_overnight(&self) -> bool {
        self.to > DAY
    }
}

/// The state during a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleKind {
    /// Open.
    Open,
    /// Closed.
    Closed,
    /// Open or closed, depending on the comment.
    Unknown,
}

/// How a rule combines with earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// `;`: it replaces them on its days.
    Normal,
    /// `,`: it adds to them.
    Additional,
    /// `||`: it applies where they are closed.
    Fallback,
}

/// Some days in a part of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaySelector {
    /// The part of the calendar.
    pub period: CalendarPeriod,
    /// The days.
    pub days: Days,
}

impl DaySelector {
    fn holds(&self, day: &Day) -> bool {
        self.days.holds(day) && self.period.holds(day)
    }
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursRule {
    /// How it combines with earlier rules.
    pub join: Join,
    /// Its days: any of these; empty if it names none and applies to all.
    pub parts: Vec<DaySelector>,
    /// Its times; empty for the whole day.
    pub spans: Vec<TimeSpan>,
    /// The state at these times.
    pub kind: RuleKind,
    /// Its comment.
    pub comment: Option<String>,
    /// Where it is written: bytes of the whole text.
    pub at: Range<usize>,
}

impl HoursRule {
    /// Whether it applies to a day.
    pub fn holds(&self, day: &Day) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|part| part.holds(day))
    }

    /// Its parts; all days where it names none.
    pub fn parts(&self) -> Vec<DaySelector> {
        if self.parts.is_empty() {
            let period = CalendarPeriod::default();
            return vec![DaySelector {
                period,
                days: Days::ALL,
            }];
        }
        self.parts.clone()
    }

    /// Its times; the whole day if it names none.
    pub fn times(&self) -> &[TimeSpan] {
        if self.spans.is_empty() {
            &[TimeSpan::DAY]
        } else {
            &self.spans
        }
    }
}

/// Whether rule `index` replaces earlier ones on its days.
pub fn replaces(rules: &[HoursRule], index: usize) -> bool {
    let Some(rule) = rules.get(index) else {
        return false;
    };
    let follows_all_days = || {
        let before = index.checked_sub(1).and_then(|index| rules.get(index));
        rule.kind == RuleKind::Open && before.is_some_and(|before| before.parts.is_empty())
    };
    rule.join == Join::Normal
        && rule.kind != RuleKind::Closed
        && (!rule.parts.is_empty() || follows_all_days())
}

/// The state in a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OpeningState<'r> {
    /// Closed.
    #[default]
    Closed,
    /// Open, with the comment.
    Open(Option<&'r str>),
    /// Unknown: it depends on the comment.
    Unknown(Option<&'r str>),
    /// Possibly still open.
    Perhaps(Option<&'r str>),
}

/// The minutes of one day, as consecutive stretches that fill it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes<'r>(Vec<(Range<u16>, OpeningState<'r>)>);

impl Default for Minutes<'_> {
    fn default() -> Self {
        Self(vec![(0..DAY, OpeningState::Closed)])
    }
}

impl<'r> Minutes<'r> {
    /// Writes a state over these minutes, or only over the closed ones.
    pub fn paint(&mut self, minutes: Range<u16>, state: OpeningState<'r>, only_closed: bool) {
        let minutes = minutes.start.min(DAY)..minutes.end.min(DAY);
        if minutes.is_empty() {
            return;
        }
        let mut painted: Vec<(Range<u16>, OpeningState<'r>)> = Vec::with_capacity(self.0.len() + 2);
        let mut put = |range: Range<u16>, state: OpeningState<'r>| {
            if range.is_empty() {
                return;
            }
            match painted.last_mut() {
                Some((last, same)) if *same == state => last.end = range.end,
                _ => painted.push((range, state)),
            }
        };
        for (range, old) in &self.0 {
            let inside = range.start.max(minutes.start)..range.end.min(minutes.end);
            if inside.is_empty() || only_closed && *old != OpeningState::Closed {
                put(range.clone(), *old);
                continue;
            }
            put(range.start..inside.start, *old);
            put(inside.clone(), state);
            put(inside.end..range.end, *old);
        }
        self.0 = painted;
    }

    /// Writes the times of a day over its minutes; with `tail`, their part on the next day over that day's.
    pub fn paint_span(
        &mut self,
        span: TimeSpan,
        state: OpeningState<'r>,
        tail: bool,
        only_closed: bool,
    ) {
        let shift = if tail { DAY } else { 0 };
        let mut paint = |from: u16, to: u16, state| {
            self.paint(
                from.saturating_sub(shift)..to.saturating_sub(shift),
                state,
                only_closed,
            );
        };
        paint(span.from, span.to, state);
        if span.open_end {
            let perhaps = match state {
                OpeningState::Open(comment) | OpeningState::Unknown(comment) => {
                    OpeningState::Perhaps(comment)
                }
                state => state,
            };
            paint(span.to, guessed_end(span.to), perhaps);
        }
    }
}

/// The latest time at which a place without a known closing time may be open: the guess of opening_hours.js.
pub fn guessed_end(from: u16) -> u16 {
    match from / 60 {
        22.. => from + 8 * 60,
        17.. => from + 10 * 60,
        _ => DAY,
    }
}

/// The combined effect of the rules on a day.
pub fn minutes<'r>(rules: &'r [HoursRule], yesterday: &Day, today: &Day) -> Minutes<'r> {
    let mut holding: Vec<(&HoursRule, bool)> = Vec::with_capacity(rules.len());
    for (index, rule) in rules.iter().enumerate() {
        if rule.holds(today) {
            if replaces(rules, index) {
                // The end of the previous night is replaced too.
                holding.clear();
            }
            holding.push((rule, false));
        }
        if rule.spans.iter().any(reaches_tomorrow) && rule.holds(yesterday) {
            holding.push((rule, true));
        }
    }
    let mut minutes = Minutes::default();
    for (rule, tail) in holding {
        let comment = rule.comment.as_deref();
        let state = match rule.kind {
            RuleKind::Open => OpeningState::Open(comment),
            RuleKind::Closed => OpeningState::Closed,
            RuleKind::Unknown => OpeningState::Unknown(comment),
        };
        for span in rule.times() {
            minutes.paint_span(*span, state, tail, rule.join == Join::Fallback);
        }
    }
    minutes
}

/// Whether times of a day reach the next one, as far as is known.
pub fn reaches_tomorrow(span: &TimeSpan) -> bool {
    span.is_overnight() || span.open_end && guessed_end(span.to) > DAY
}
