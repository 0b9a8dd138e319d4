//! Opening hours: what words mean, and the words for a week.

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use guichet::catalogue::Catalogue;
use guichet::diagnostics::Location;
use guichet::model::hours::{Hours, PlainWeek, TimeSpan, WeekTimes, week_of, written_week};
use guichet::model::values::unread_hours;
use guichet::outputs::words::Words;
use serde::Deserialize;
use serde_json::json;

use super::{Shared, apart};
use crate::answer::{PageAnswer, Refusal, answer};

#[derive(Deserialize)]
pub(super) struct HoursQuery {
    q: String,
}

/// For each day, Monday first: the spans of time when it is open, `09:00` to `12:00`.
type ShownWeek = [Vec<[String; 2]>; 7];

#[derive(Deserialize)]
pub(super) struct WeekRequest {
    week: ShownWeek,
    /// Whether it is closed on public holidays.
    #[serde(default)]
    holidays: bool,
}

/// `GET /api/hours?q=…`: as guichet reads them, as readers will read them, and as a week where they are one.
pub(super) async fn read(State(workshop): Shared, Query(query): Query<HoursQuery>) -> PageAnswer {
    apart(workshop, move |workshop| {
        let snapshot = workshop.snapshot();
        match Hours::read(&query.q) {
            Ok(hours) => {
                let words = Words::of(&snapshot.site.theme, workshop.language());
                let shown = |times: Vec<TimeSpan>| {
                    let times = times.iter();
                    times
                        .map(|span| [clock(span.from), clock(span.to)])
                        .collect::<Vec<_>>()
                };
                let week = week_of(&hours);
                let holidays = week.as_ref().is_some_and(|week| week.off_on_holidays);
                answer(json!({
                    "osm": hours.written,
                    "said": words.hours_in_words(&hours).map(|lines| lines.join("\n")),
                    "week": week.map(|week| week.times.map(shown)),
                    "holidays": holidays,
                }))
            }
            Err(unread) => {
                let found = unread_hours(&query.q, &unread, Location::Site);
                let message = found.message(&workshop.messages);
                let help = found.help_line(&workshop.messages).unwrap_or_default();
                let args = [("message", &*message), ("help", &*help)];
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                Err(Refusal::new(
                    status,
                    "unread",
                    &workshop.messages,
                    "atelier-hours-unread",
                    &args,
                ))
            }
        }
    })
    .await
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The minutes of a time such as `09:30`; `24:00` is the end of the day.
fn minutes(clock: &str) -> Option<u16> {
    let (hours, minutes) = clock.trim().split_once(':')?;
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    let time = hours.checked_mul(60)?.checked_add(minutes)?;
    (minutes < 60 && time <= 24 * 60).then_some(time)
}

/// Why a week is none.
enum BadWeek {
    /// A time is none, or a span ends before it begins.
    Backwards,
    /// Two spans of a day have time in common.
    Overlap(TimeSpan, TimeSpan),
}

/// A week as hours have it.
fn times(week: &ShownWeek) -> Result<WeekTimes, BadWeek> {
    let mut times = WeekTimes::default();
    for (day, spans) in times.iter_mut().zip(week) {
        for span in spans {
            let [from, to] = span.each_ref().map(|clock| minutes(clock));
            let (Some(from), Some(to)) = (from, to) else {
                return Err(BadWeek::Backwards);
            };
            if from >= to {
                return Err(BadWeek::Backwards);
            }
            let open_end = false;
            day.push(TimeSpan { from, to, open_end });
        }
        day.sort_by_key(|span| span.from);
        if let Some([first, next]) = day
            .array_windows()
            .find(|[first, next]| next.from < first.to)
        {
            return Err(BadWeek::Overlap(*first, *next));
        }
    }
    Ok(times)
}

/// Why a week cannot be written, in words.
fn refused(wrong: &BadWeek, messages: &Catalogue) -> Refusal {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let said = |span: &TimeSpan| format!("{}–{}", clock(span.from), clock(span.to));
    match wrong {
        BadWeek::Backwards => Refusal::new(status, "unread", messages, "atelier-bad-week", &[]),
        BadWeek::Overlap(first, next) => {
            let (first, next) = (said(first), said(next));
            let args = [("first", &*first), ("next", &*next)];
            Refusal::new(
                status,
                "unread",
                messages,
                "atelier-overlapping-week",
                &args,
            )
        }
    }
}

/// `POST /api/hours`: a week in words, if these are read as the same week; otherwise in the OSM syntax.
pub(super) async fn write(State(workshop): Shared, Json(request): Json<WeekRequest>) -> PageAnswer {
    apart(workshop, move |workshop| {
        let times = times(&request.week).map_err(|wrong| refused(&wrong, &workshop.messages))?;
        let week = PlainWeek {
            times,
            off_on_holidays: request.holidays,
        };
        let written = written_week(&week);
        let snapshot = workshop.snapshot();
        let words = Words::of(&snapshot.site.theme, workshop.language());
        let hours = Hours::read(&written).ok();
        let said = hours.as_ref().and_then(|hours| words.hours_in_words(hours));
        let said = said.map(|lines| lines.join(", ").replace(['\u{a0}', '\u{202f}'], " "));
        let is_same = |said: &String| {
            Hours::read(said).is_ok_and(|hours| week_of(&hours).as_ref() == Some(&week))
        };
        let words = said.filter(is_same).unwrap_or(written);
        answer(json!({ "words": words }))
    })
    .await
}
