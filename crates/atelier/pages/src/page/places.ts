// Which field of the form a diagnostic speaks of.
import type { Diag, Fields, FieldSpec, Path } from "../api";
import { wellFormed } from "../well-formed";
import { entriesOf, isNamed, valueAt } from "./values";

/** The name of a field's place in the form. */
export const keyOf = (path: Path) => path.map((step) => encodeURIComponent(wellFormed(String(step)))).join("/");

/** Widgets that show all that is in their value, with nothing in it that has a place of its own. */
const WHOLE = new Set(["words", "formats", "hours", "coordinates"]);

/**
 * The place in the form that is nearest to a path in the file: single values of lists are their first item. A field that the form
 * does not know has a place if `isThere` says that it is written.
 */
export function placeOf(specs: readonly FieldSpec[], path: Path, isThere: (place: Path) => boolean = () => false): Path {
  const place: Path = [];
  let spec = entriesOf(specs);
  let inMap = false;
  for (const step of path) {
    const isItem = typeof place[place.length - 1] === "number";
    if (spec && WHOLE.has(spec.widget)) break;
    if (typeof step === "number") {
      if (spec?.list && !isItem) place.push(step);
      continue;
    }
    if (spec && isNamed(spec) && !inMap) {
      inMap = true;
      place.push(step);
      continue;
    }
    const inner: FieldSpec | undefined = (spec ? spec.fields : specs)?.find(({ name }) => name === step);
    if (spec?.list && !isItem) place.push(0);
    if (!inner) {
      if (isThere([...place, step])) place.push(step);
      else if (spec?.list && !isItem) place.pop();
      break;
    }
    place.push(step);
    spec = inner;
    inMap = false;
  }
  return place;
}

/** Diagnostics by the place that they are shown at. Those of no field are not there. */
export function byPlace(specs: readonly FieldSpec[], values: Fields, diagnostics: readonly Diag[]): Map<string, Diag[]> {
  const found = new Map<string, Diag[]>();
  for (const diag of diagnostics) {
    const place = diag.here && diag.field ? placeOf(specs, diag.field, (place) => valueAt(values, place, specs) !== undefined) : [];
    if (place.length === 0) continue;
    const key = keyOf(place);
    found.set(key, [...(found.get(key) ?? []), diag]);
  }
  return found;
}

/** Brings the field at a place, or the nearest one above it, into view and gives it the focus; false if there is none. */
export function goToField(form: ParentNode, place: Path): boolean {
  for (let length = place.length; length > 0; length -= 1) {
    const field = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(keyOf(place.slice(0, length)))}"]`);
    if (!field) continue;
    const target = field.querySelector<HTMLElement>("input:not([hidden]), textarea, select") ?? field.querySelector<HTMLElement>("button, summary") ?? field;
    field.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
    return true;
  }
  return false;
}
