// What of a script a browser does not know: members and globals by their names. A name that anything older has passes, so
// that nothing is said falsely; wasm-bindgen's glue imports by name what the program uses, which makes names enough.
import { load, OLDEST, since } from "./data.mjs";

const { bcd } = load();

// Names that the glue asks for before it uses them, or that are something else there.
const ALLOWED = new Set(["detached", "try"]);

/** For every name the oldest version in which anything bears it. */
const oldest = new Map();
function note(name, feature) {
  const first = since(feature);
  if (first === undefined) return;
  const plain = name.replace(/_(static|event)$/, "");
  oldest.set(plain, Math.min(first, oldest.get(plain) ?? Number.POSITIVE_INFINITY));
}
for (const group of [bcd.api, bcd.javascript.builtins]) {
  for (const [name, one] of Object.entries(group)) {
    note(name, one);
    for (const [member, feature] of Object.entries(one)) if (member !== "__compat") note(member, feature);
  }
}

/** The faults of a script, in words. */
export function faultsOfScript(text, name) {
  const used = new Set();
  for (const [, member] of text.matchAll(/\.\s*([A-Za-z_$][\w$]*)/g)) used.add(member);
  for (const [, global] of text.matchAll(/\bnew\s+([A-Z]\w*)|\b([A-Z]\w+)\./g)) if (global) used.add(global);
  return [...used]
    .filter((word) => (oldest.get(word) ?? 0) > OLDEST && !ALLOWED.has(word))
    .map((word) => `${name} ${word}`);
}
