// That what Chromium 109 lacks is found, and what it has is not.
import assert from "node:assert/strict";
import test from "node:test";
import { faultsOfStyle } from "./css.mjs";
import { faultsOfScript } from "./script.mjs";

for (const style of [
  ".a { .b { color: red } }",
  ".a { & .b { color: red } }",
  ".a { color: color-mix(in srgb, red, blue) }",
  ".a { color: oklch(50% 0.1 20) }",
  ".a { color: light-dark(#000, #fff) }",
  ".a { color: rgb(from red r g b) }",
  ".a { text-wrap: balance }",
  ".a { scrollbar-width: thin }",
  ".a { field-sizing: content }",
  ".a { grid-template-columns: subgrid }",
  ".a { transition-timing-function: linear(0, 1) }",
  ".a { height: 2rlh }",
  ".a:user-valid { color: red }",
  "@starting-style { .a { opacity: 0 } }",
  "@scope (.a) { .b { color: red } }",
  ".a { anchor-name: --a }",
  ".a { view-transition-name: a }",
  ".a { no-such-property: 1 }",
]) {
  test(`too new: ${style}`, () => assert.notDeepEqual(faultsOfStyle(style, "a.css"), []));
}

for (const style of [
  ".a:has(.b) { inset-inline: 0; height: 100dvh; translate: 1px; accent-color: red }",
  "@media (min-width: 1px) and (prefers-reduced-motion: reduce) { .a { color: var(--a, rgba(0, 0, 0, 0.5)) } }",
  "@container (min-width: 1px) { .a { overscroll-behavior: contain } }",
  "@layer a { .a { font-family: ui-monospace, monospace } }",
  "@supports (text-wrap: balance) { .a { text-wrap: balance } }",
  ".a { -webkit-print-color-adjust: exact; print-color-adjust: exact }",
]) {
  test(`old enough: ${style}`, () => assert.deepEqual(faultsOfStyle(style, "a.css"), []));
}

for (const script of ["a.toSorted()", "Promise.withResolvers()", "Object.groupBy(a, b)", "a.isSubsetOf(b)", "e.showPopover()"]) {
  test(`too new: ${script}`, () => assert.notDeepEqual(faultsOfScript(script, "a.js"), []));
}

test("old enough: what the glue uses", () => {
  const script = "structuredClone(a); a.at(-1); new FinalizationRegistry(b); navigator.clipboard.writeText(c); d.showModal()";
  assert.deepEqual(faultsOfScript(script, "a.js"), []);
});
