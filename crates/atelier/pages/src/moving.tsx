// Moving an item of a list: by buttons, or by its handle with the pointer.
import { t } from "./words";

/** How near to an edge of what scrolls the pointer scrolls it, and how far each time, in pixels. */
const EDGE = 48;
const STEP = 8;

function scrollerOf(element: Element): Element {
  for (let one = element.parentElement; one; one = one.parentElement) {
    if (one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  }
  return document.documentElement;
}

/** Moves the item around a handle among the first `count` of its list, until the pointer lets go; Escape leaves it where it was. */
function drag(event: PointerEvent, count: number, move: (from: number, to: number) => void): void {
  const handle = event.currentTarget as HTMLElement;
  const item = handle.closest("li");
  const items = [...(item?.parentElement?.children ?? [])].slice(0, count);
  if (!item || event.button !== 0) return;
  event.preventDefault();
  const from = items.indexOf(item);
  const others = items.filter((other) => other !== item);
  const scroller = scrollerOf(item);
  let to = from;
  let { clientY: y } = event;
  let frame = 0;
  const look = () => {
    to = others.filter((other) => y > other.getBoundingClientRect().top + other.clientHeight / 2).length;
    others.forEach((other, at) => {
      other.classList.toggle("drop-before", to !== from && at === to);
      other.classList.toggle("drop-after", to !== from && to === others.length && at === to - 1);
    });
  };
  const scroll = () => {
    const { top, bottom } = scroller === document.documentElement ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
    const by = y < top + EDGE ? -STEP : y > bottom - EDGE ? STEP : 0;
    if (by) {
      scroller.scrollBy(0, by);
      look();
    }
    frame = requestAnimationFrame(scroll);
  };
  const follow = (moved: PointerEvent) => {
    y = moved.clientY;
    look();
  };
  const end = () => {
    cancelAnimationFrame(frame);
    item.classList.remove("dragged");
    for (const other of others) other.classList.remove("drop-before", "drop-after");
    handle.removeEventListener("pointermove", follow);
    handle.removeEventListener("pointerup", drop);
    handle.removeEventListener("pointercancel", end);
    removeEventListener("keydown", key, true);
  };
  const drop = () => {
    end();
    if (to !== from) move(from, to);
  };
  const key = (pressed: KeyboardEvent) => {
    if (pressed.key !== "Escape") return;
    pressed.preventDefault();
    pressed.stopPropagation();
    end();
  };
  handle.setPointerCapture(event.pointerId);
  handle.addEventListener("pointermove", follow);
  handle.addEventListener("pointerup", drop);
  handle.addEventListener("pointercancel", end);
  addEventListener("keydown", key, true);
  item.classList.add("dragged");
  frame = requestAnimationFrame(scroll);
}

type MoverProps = { label: string; at: number; count: number; move: (from: number, to: number, by?: "up" | "down") => void };

/** The handle of an item, and buttons that do the same. */
export function Mover({ label, at, count, move }: MoverProps) {
  if (count < 2) return null;
  const number = at + 1;
  return (
    <>
      <span class="drag" aria-hidden="true" title={t("drag")} onPointerDown={(event) => drag(event, count, move)} />
      <button type="button" class="quiet" data-does="up" disabled={at === 0} aria-label={t("page-up-item", { label, number })} onClick={() => move(at, at - 1, "up")}>
        {t("page-up")}
      </button>
      <button type="button" class="quiet" data-does="down" disabled={at === count - 1} aria-label={t("page-down-item", { label, number })} onClick={() => move(at, at + 1, "down")}>
        {t("page-down")}
      </button>
    </>
  );
}

/** Gives the focus to the button of an item that was moved, or to the other one where it has come to an end of the list. */
export function focusMover(item: Element | null | undefined, by: "up" | "down" | undefined): void {
  const buttons = [...(item?.querySelectorAll<HTMLButtonElement>("button[data-does]") ?? [])].filter((one) => !one.disabled);
  (buttons.find((one) => one.dataset.does === by) ?? buttons[0])?.focus();
}
