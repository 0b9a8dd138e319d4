// Asking the server while somebody types: what is asked for last is what is shown.
import { useEffect, useRef, useState } from "preact/hooks";

/** `delay`: for how many milliseconds further changes are awaited before asking. `keep`: what is shown until the first answer. */
type Options<T> = { delay?: number; keep?: T | null };
export type Asked<T> = { value: T | null; error: unknown; pending: boolean; again: () => void };

/** The answer to a question that changes with `key`. An answer that comes too late is dropped with its request; the last one stays shown meanwhile. */
export function useAsked<T>(key: string, ask: (signal: AbortSignal) => Promise<T>, { delay = 0, keep = null }: Options<T> = {}): Asked<T> {
  const [state, setState] = useState<{ value: T | null; error: unknown; of: string | null }>({ value: keep, error: null, of: null });
  const [turn, setTurn] = useState(0);
  const first = useRef(true);
  const newest = useRef(ask);
  newest.current = ask;
  useEffect(() => {
    const stop = new AbortController();
    const run = () => {
      newest.current(stop.signal).then(
        (value) => !stop.signal.aborted && setState({ value, error: null, of: key }),
        (error) => !stop.signal.aborted && setState(({ value }) => ({ value, error, of: key })),
      );
    };
    const wait = first.current ? 0 : delay;
    first.current = false;
    const timer = setTimeout(run, wait);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [key, turn]);
  return { value: state.value, error: state.error, pending: state.of !== key, again: () => setTurn((before) => before + 1) };
}

/** Does what a button asks for, once at a time: whether it is being done, and why it was not. */
export function useDoing(): { doing: boolean; error: unknown; run: <T>(work: () => Promise<T>, then: (value: T) => void) => void } {
  const [state, setState] = useState<{ doing: boolean; error: unknown }>({ doing: false, error: null });
  const run = <T>(work: () => Promise<T>, then: (value: T) => void) => {
    if (state.doing) return;
    setState({ doing: true, error: null });
    work().then(
      (value) => {
        setState({ doing: false, error: null });
        then(value);
      },
      (error) => setState({ doing: false, error }),
    );
  };
  return { ...state, run };
}
