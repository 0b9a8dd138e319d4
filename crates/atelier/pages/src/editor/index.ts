// `assets/editor.js`: the Markdown editor.
export { mount } from "./mount";
