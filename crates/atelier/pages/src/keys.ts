// What lets the pages of this browser ask the server: two keys. The page that is opened by the address of the terminal has them, and keeps them where pages of other
// ports cannot read: a cookie goes to every port.
const NAME = "guichet-keys";
let given = "";

/** Keeps the keys that this page has, if any, and takes the key of the terminal out of its address. */
export function enter(): void {
  given = document.querySelector<HTMLMetaElement>(`meta[name=${NAME}]`)?.content ?? "";
  if (!given) return;
  try {
    localStorage.setItem(NAME, given);
  } catch {
    // A browser that keeps nothing has them as long as the page is open.
  }
  history.replaceState(null, "", location.pathname + location.hash);
}

/** They are read each time: another window may have those of a server that was started again. */
function keys(): string[] {
  try {
    return (localStorage.getItem(NAME) ?? given).split(" ");
  } catch {
    return given.split(" ");
  }
}

/** For requests, which have it in a header. */
export const keyOfPages = () => keys()[0] ?? "";

/** For what has no headers: frames, pictures and events have it in their address. */
export const keyOfViews = () => keys()[1] ?? "";
