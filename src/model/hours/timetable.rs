//! Opening hours as people say them. Each line is complete: no line overrides an earlier one, except for a
//! part of the year, a day of the month, and closures.
//!
//! Lines are made from the rules, then read as a reader would (`reading.rs`). If that gives other minutes
//! than the rules, they are not shown.

use super::calendar::{CalendarPeriod, Days, WeekDays};
use super::reading;
use super::rules::{DAY, DaySelector, HoursRule, Join, RuleKind, TimeSpan, replaces};

/// The state at the times of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Says {
    /// Whether it is certainly open; otherwise the comment says what it depends on.
    pub open: bool,
    /// Its comment.
    pub comment: Option<String>,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The hours of these days. In a part of the calendar, lines about weekdays give all of its hours.
    Open(Says),
    /// Extra hours.
    Also(Says),
    /// Closed.
    Closed(Option<String>),
    /// The hours at all other times.
    Otherwise(Says),
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimetableLine {
    /// What it is about.
    pub about: About,
    /// The part of the calendar.
    pub period: CalendarPeriod,
    /// The days in it.
    pub days: Days,
    /// The times, in order; none for the whole day.
    pub spans: Vec<TimeSpan>,
}

/// Opening hours as lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    /// In reading order.
    pub lines: Vec<TimetableLine>,
}

impl Timetable {
    /// The lines for these rules; `None` if they would say something else.
    pub fn of(rules: &[HoursRule]) -> Option<Self> {
        let lines = Draft::of(rules)?.lines();
        reading::says(&lines, rules).then_some(Self { lines })
    }
}

/// Times of a day and the rule they come from.
#[derive(Debug, Clone, PartialEq)]
struct DayTimes {
    spans: Vec<TimeSpan>,
    says: Says,
    rule: usize,
}

type Week = [Vec<DayTimes>; 7];

#[derive(Default)]
struct Draft {
    /// Every week.
    base: Week,
    /// Weeks of a part of the calendar, with all their hours.
    seasons: Vec<(CalendarPeriod, Week)>,
    /// Days of a month.
    nth: Vec<(DaySelector, DayTimes)>,
    also: Vec<(DaySelector, DayTimes)>,
    closed: Vec<TimetableLine>,
    otherwise: Vec<(DaySelector, DayTimes)>,
}

impl Draft {
    fn of(rules: &[HoursRule]) -> Option<Self> {
        let mut draft = Self::default();
        for (index, rule) in rules.iter().enumerate() {
            let beside = !replaces(rules, index);
            if !beside && rule.parts.is_empty() {
                // Everything before is replaced.
                draft = Self::default();
            }
            for part in rule.parts() {
                match (rule.kind, rule.join) {
                    (RuleKind::Closed, Join::Fallback) => {}
                    (RuleKind::Closed, _) => draft.close(part, rule)?,
                    (kind, join) => {
                        let cell = DayTimes {
                            spans: rule.spans.clone(),
                            says: Says {
                                open: kind == RuleKind::Open,
                                comment: rule.comment.clone(),
                            },
                            rule: index,
                        };
                        match join {
                            Join::Fallback => draft.otherwise.push((part, cell)),
                            _ => draft.open(part, &cell, beside),
                        }
                    }
                }
            }
        }
        Some(draft)
    }

    fn open(&mut self, part: DaySelector, cell: &DayTimes, beside: bool) {
        let put = |week: &mut Week, days: WeekDays| {
            for day in days.iter() {
                let cells = &mut week[usize::from(day)];
                if !beside {
                    cells.clear();
                }
                cells.push(cell.clone());
            }
        };
        let Days::Week(days) = part.days else {
            let list = if beside {
                &mut self.also
            } else {
                &mut self.nth
            };
            list.push((part, cell.clone()));
            return;
        };
        if part.period.is_always() {
            put(&mut self.base, days);
            self.seasons
                .iter_mut()
                .for_each(|(_, week)| put(week, days));
            return;
        }
        let known = self
            .seasons
            .iter_mut()
            .find(|(when, _)| *when == part.period);
        match known {
            Some((_, week)) => put(week, days),
            None if beside => self.also.push((part, cell.clone())),
            None => {
                let mut week = self.base.clone();
                put(&mut week, days);
                self.seasons.push((part.period, week));
            }
        }
    }

    /// `None` if hours are cut in a way that has no words.
    fn close(&mut self, part: DaySelector, rule: &HoursRule) -> Option<()> {
        let whole_days = rule.spans.is_empty() || rule.spans == [TimeSpan::DAY];
        if let (true, Days::Week(days)) = (part.period.is_always(), &part.days) {
            let weeks = self.seasons.iter_mut().map(|(_, week)| week);
            for week in std::iter::once(&mut self.base).chain(weeks) {
                for day in days.iter() {
                    close_cells(&mut week[usize::from(day)], rule.times())?;
                }
            }
            for (part, cell) in self.nth.iter_mut().chain(&mut self.also) {
                if let Days::Nth(day, _) = part.days
                    && days.has(day)
                    && !whole_days
                {
                    cut(cell, rule.times())?;
                }
            }
            // A partial closure shows in the remaining hours.
            if !whole_days && rule.comment.is_none() {
                return Some(());
            }
        }
        self.closed.push(TimetableLine {
            about: About::Closed(rule.comment.clone()),
            period: part.period,
            days: part.days,
            spans: if whole_days {
                Vec::new()
            } else {
                rule.spans.clone()
            },
        });
        Some(())
    }

    fn lines(self) -> Vec<TimetableLine> {
        let mut lines = Vec::new();
        week_lines(&CalendarPeriod::default(), &self.base, &mut lines);
        for (period, week) in self.seasons {
            week_lines(&period, &week, &mut lines);
        }
        let line =
            |(part, cell): (DaySelector, DayTimes), about: fn(Says) -> About| TimetableLine {
                about: about(cell.says),
                period: part.period,
                days: part.days,
                spans: cell.spans,
            };
        lines.extend(self.nth.into_iter().map(|nth| line(nth, About::Open)));
        lines.extend(self.also.into_iter().map(|also| line(also, About::Also)));
        lines.extend(self.closed);
        let otherwise = self.otherwise.into_iter();
        lines.extend(otherwise.map(|other| line(other, About::Otherwise)));
        lines
    }
}

fn close_cells(cells: &mut Vec<DayTimes>, closed: &[TimeSpan]) -> Option<()> {
    for cell in cells.iter_mut() {
        cut(cell, closed)?;
    }
    // A cell without spans would mean a whole day: `cut` never leaves one.
    cells.retain(|cell| cell.spans != [NOTHING]);
    Some(())
}

/// Times of which nothing is left.
const NOTHING: TimeSpan = TimeSpan {
    from: 0,
    to: 0,
    open_end: false,
};

/// Subtracts hours.
fn cut(cell: &mut DayTimes, closed: &[TimeSpan]) -> Option<()> {
    let whole = [TimeSpan::DAY];
    let mut left: Vec<TimeSpan> = match cell.spans.as_slice() {
        [] => whole.to_vec(),
        spans => spans.to_vec(),
    };
    for closed in closed {
        if closed.is_overnight() {
            return None;
        }
        let mut next = Vec::with_capacity(left.len() + 1);
        for span in left {
            if span.from >= closed.to || span.to <= closed.from && !span.open_end {
                next.push(span);
                continue;
            }
            if span.open_end {
                return None;
            }
            if span.from < closed.from {
                next.push(TimeSpan {
                    to: closed.from,
                    ..span
                });
            }
            // The mere remainder of a night is not a time of this day.
            if span.to > closed.to && closed.to < DAY {
                next.push(TimeSpan {
                    from: closed.to,
                    ..span
                });
            }
        }
        left = next;
    }
    if left.is_empty() {
        left.push(NOTHING);
    }
    if !(cell.spans.is_empty() && left == whole) {
        cell.spans = left;
    }
    Some(())
}

/// Lines for the days of a week with the same hours.
fn week_lines(period: &CalendarPeriod, week: &Week, lines: &mut Vec<TimetableLine>) {
    let mut said = WeekDays::default();
    for (day, cells) in (0..).zip(week) {
        if said.has(day) || cells.is_empty() {
            continue;
        }
        let mut days = WeekDays::default();
        for (other, same) in (0..).zip(week) {
            // Keeps the groups of an editor's own rule; those of a season come from several.
            let alike = |(a, b): (&DayTimes, &DayTimes)| a.spans == b.spans && a.says == b.says;
            let is_same = match period.is_always() {
                true => same == cells,
                false => same.len() == cells.len() && same.iter().zip(cells).all(alike),
            };
            if is_same {
                days.insert(other);
            }
        }
        said = said.or(days);
        for (says, spans) in together(cells) {
            lines.push(TimetableLine {
                about: About::Open(says),
                period: period.clone(),
                days: Days::Week(days),
                spans,
            });
        }
    }
}

/// The times of a day, grouped by comment.
fn together(cells: &[DayTimes]) -> Vec<(Says, Vec<TimeSpan>)> {
    let mut groups: Vec<(Says, Vec<TimeSpan>)> = Vec::new();
    for cell in cells {
        let spans = match cell.spans.as_slice() {
            [] if cells.len() > 1 => vec![TimeSpan::DAY],
            spans => spans.to_vec(),
        };
        match groups.iter_mut().find(|(says, _)| *says == cell.says) {
            Some((_, group)) => group.extend(spans),
            None => groups.push((cell.says.clone(), spans)),
        }
    }
    for (_, spans) in &mut groups {
        spans.sort_by_key(|span| (span.from, span.to));
        // `09:00-12:00,12:00-14:00` is one stretch, and so are overlapping ones.
        spans.dedup_by(|next, last| {
            let joins = !last.open_end && !next.open_end && next.from <= last.to;
            if joins {
                last.to = last.to.max(next.to);
            }
            joins
        });
    }
    groups
}
