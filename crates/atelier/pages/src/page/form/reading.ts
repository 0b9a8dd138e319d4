// What texts of fields mean: days, lengths of time, times of day, prices.
import type { Value } from "../../api";
import { asItems, isFields, plainText } from "../values";

/** A day that is pasted, written 2026-11-03 or 3/11/2026. */
export function dayOf(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const local = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text.trim());
  const parts = iso ? iso.slice(1) : local ? [local[3], local[2], local[1]] : null;
  if (!parts) return null;
  const made = parts.map((part, at) => (part ?? "").padStart(at ? 2 : 4, "0")).join("-");
  const date = new Date(`${made}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== made ? null : made;
}

export const UNITS = ["days", "weeks", "months", "years"] as const;
export type Unit = (typeof UNITS)[number];
const WRITTEN: Record<Unit, RegExp> = {
  days: /^(?:days?|d|jours?|j)$/i,
  weeks: /^(?:weeks?|w|semaines?)$/i,
  months: /^(?:months?|m|mois)$/i,
  years: /^(?:years?|y|ans?|années?)$/i,
};
/** A number and a unit; `null` if it is written otherwise. */
export function periodOf(text: string): { count: string; unit: Unit } | null {
  const found = /^(\d+)[\s_-]*(\p{L}+)$/u.exec(text.trim());
  const unit = UNITS.find((one) => WRITTEN[one].test(found?.[2] ?? ""));
  return found && unit ? { count: found[1] ?? "", unit } : null;
}

/** A time of day written 8, 8h, 8h30, 8:30 or 0830; `null` if it is none. */
export function timeOf(text: string): string | null {
  const [, hour, minute = "00"] = /^(\d{1,2}?)\s*(?:[h:.]\s*)?(\d{2})?$/i.exec(text.trim()) ?? [];
  if (hour === undefined || Number(hour) > 24 || Number(minute) > 59) return null;
  return `${hour.padStart(2, "0")}:${minute}`;
}

/** Hours as one text, as guichet reads lists and days of them. */
export function hoursText(value: Value | undefined): string {
  if (isFields(value)) return value.fields.map(([name, inner]) => `${name} : ${hoursText(inner)}`).join("; ");
  return asItems(value).map(plainText).join("; ");
}

const FREE = /^(?:gratuite?|free|0)$/i;
const AMOUNT = /^\d[\d\s\u00A0\u202F]*(?:[.,]\d{1,2})?\s*(?:€|eur|euros?)?$/i;

export type Mode = "none" | "free" | "amount" | "words";

export function modeOf(text: string): Mode {
  if (text === "") return "none";
  if (FREE.test(text)) return "free";
  return AMOUNT.test(text) ? "amount" : "words";
}
