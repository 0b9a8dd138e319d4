// What page.js and editor.js take from app.js instead of having their own (see build.mjs). Name here what they need of these
// modules; each name must be in one module only.
export { Fragment, cloneElement, createContext, createRef, h, render, toChildArray } from "preact";
export { useCallback, useContext, useEffect, useErrorBoundary, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
export { jsx, jsxs } from "preact/jsx-runtime";
export { ApiError, api, picture, preview, sheetImage, wordsOf } from "./api";
export { announce, onServer, onSite, useChanges } from "./live";
export { forget, keep, keptPaths, leftBehind, onKept, openHere, throwAway } from "./page/kept";
export { go, href, pageHref, parse, useRoute } from "./router";
export { useAsked, useDoing } from "./asked";
export { Ask, Choices, Coming, Dialog, Failure, Field, Notice, Thumb, Waiting } from "./parts";
export { Print } from "./print/dialog";
export { useOwnId } from "./own-id";
export { Mover, focusMover } from "./moving";
export { useSite } from "./site";
export { wellFormed } from "./well-formed";
export { day, language, moment, number, size, t } from "./words";
