// The words of the pages, in the language of the document.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

export const language = document.documentElement.lang || "fr";

// Marks of direction would be copied with what they surround, and read aloud by some.
const bundle = new FluentBundle(language, { useIsolating: false });

export async function loadWords(): Promise<void> {
  const answer = await fetch(`/assets/${language}.ftl`);
  if (!answer.ok) throw new Error(`${answer.status}`);
  bundle.addResource(new FluentResource(await answer.text()));
}

/** The message of this name. Write names in full where it is called, or as a template that begins with a fixed part: a test reads them. */
export function t(name: string, args?: Record<string, FluentVariable>): string {
  const message = bundle.getMessage(name);
  return message?.value ? bundle.formatPattern(message.value, args) : name;
}

const days = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const shortDays = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const moments = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" });
const numbers = new Intl.NumberFormat(language);
const sizes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

/** A day written 2026-10-01, in words, with the month abbreviated if it `isShort`. What is no day stays as it is. */
export function day(iso: string, isShort = false): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : (isShort ? shortDays : days).format(date);
}

/** A moment of ISO 8601, in words and in the time of this machine. */
export function moment(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : moments.format(date);
}

export const number = (value: number) => numbers.format(value);

/** A length in bytes, in words. */
export function size(bytes: number): string {
  if (bytes < 1000) return t("size-bytes", { count: bytes });
  return bytes < 1_000_000 ? t("size-kilobytes", { size: sizes.format(bytes / 1000) }) : t("size-megabytes", { size: sizes.format(bytes / 1_000_000) });
}
