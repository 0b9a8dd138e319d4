//! Puts the items of words into the order in which clauses read them: exclusions last, parts of the year first.

use super::UnreadHours;
use super::items::HoursItem;
use crate::model::hours::calendar::Dates;

/// The items with exclusions moved after what they exclude from: `hors vacances scolaires : mercredi 14h-18h`
/// means `mercredi 14h-18h, sauf vacances scolaires`.
///
/// # Errors
///
/// If more is said, so that it is not certain what it is excluded from.
pub(super) fn left_out_last(mut items: Vec<HoursItem>) -> Result<Vec<HoursItem>, UnreadHours> {
    if items.first() != Some(&HoursItem::Except) {
        return Ok(items);
    }
    let colon = items.iter().position(|item| *item == HoursItem::Colon);
    let colon = colon.ok_or(UnreadHours::Except)?;
    let rest = items.split_off(colon + 1);
    items.pop();
    let calendar = |item: &HoursItem| {
        matches!(
            item,
            HoursItem::Holidays(_) | HoursItem::Dates(_) | HoursItem::And | HoursItem::Comma
        )
    };
    let several = |item: &HoursItem| {
        matches!(
            item,
            HoursItem::Except
                | HoursItem::Closed
                | HoursItem::Otherwise
                | HoursItem::Holidays(_)
                | HoursItem::Dates(_)
        )
    };
    if !items.iter().skip(1).all(calendar) || rest.iter().any(several) {
        return Err(UnreadHours::Except);
    }
    Ok(rest.into_iter().chain(items).collect())
}

/// The items with a part of the year that ends a sentence moved to its beginning: `lundi 9h-12h en août`. If the sentence says more than
/// one thing, it stays where it is, and cannot be read: `lundi 9h-12h, mardi 14h-17h en août`.
pub(super) fn season_first(items: &[HoursItem]) -> Vec<HoursItem> {
    let mut out = Vec::with_capacity(items.len());
    for sentence in items.split_inclusive(|item| *item == HoursItem::End) {
        let (sentence, ended) = match sentence.split_last() {
            Some((HoursItem::End, rest)) => (rest, true),
            _ => (sentence, false),
        };
        let season = trailing_season(sentence).unwrap_or(sentence.len());
        let (rest, season) = sentence.split_at(season);
        out.extend_from_slice(season);
        out.extend_from_slice(rest);
        out.extend(ended.then_some(HoursItem::End));
    }
    out
}

/// Where the part of the year begins that ends a sentence about some days.
fn trailing_season(sentence: &[HoursItem]) -> Option<usize> {
    let times = |item: &HoursItem| matches!(item, HoursItem::Times(_));
    let last = sentence.iter().rposition(times)?;
    let first = sentence.iter().position(times)?;
    let days = |item: &HoursItem| matches!(item, HoursItem::Days(_));
    let after = sentence.get(last + 1..)?;
    let begins = after.iter().position(HoursItem::is_part_of_year)?;
    let (said, season) = after.split_at(begins);
    let beside =
        |item: &HoursItem| matches!(item, HoursItem::Comment { .. } | HoursItem::Part { .. });
    let link = |item: &HoursItem| matches!(item, HoursItem::And | HoursItem::Comma);
    // One day is rather a day with other hours than a season.
    let one_day =
        |item: &HoursItem| matches!(item, HoursItem::Dates(Dates::Days(from, to)) if from == to);
    let before = sentence.get(..first)?;
    let between = sentence.get(first..last)?;
    let one_thing = before.iter().any(days)
        && !between.iter().any(days)
        && !sentence.get(..last)?.iter().any(|item| {
            item.is_part_of_year()
                || matches!(
                    item,
                    HoursItem::Closed | HoursItem::Except | HoursItem::Also | HoursItem::Otherwise
                )
        });
    let alone = said.iter().all(beside)
        && season
            .iter()
            .all(|item| item.is_part_of_year() && !one_day(item) || link(item));
    (one_thing && alone).then_some(last + 1 + begins)
}
