// Splits the program at the functions that src/lazy.rs names, so that a page's code is fetched when the page is first
// opened. Trunk cannot do it: what it bound is thrown away, and bound again from the part that stays.
//
// All parts carry one hash, since they fit only each other.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// All of them are in Chromium 109, and nothing else is: wasm-opt refuses what is not named here.
const FEATURES = [
  "bulk-memory", "bulk-memory-opt", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue",
];
const LINK = "__wasm_split.js";

/**
 * Puts the split program into Trunk's folder in the place of the whole one.
 * @param {string} folder Trunk's staging folder
 * @param {string} program what Cargo built, with its relocations
 * @param {boolean} release whether to make the parts small
 * @returns {(html: string) => string} names the new files in index.html
 */
export function split(folder, program, release) {
  const work = mkdtempSync(join(tmpdir(), "lanmu-split-"));
  try {
    run("wasm-split-cli", [program, work, "--out-name", "lanmu"]);
    run("wasm-bindgen", [
      join(work, "lanmu.wasm"), "--target", "web", "--no-typescript", "--keep-lld-exports", "--remove-name-section", "--out-dir", work, "--out-name", "lanmu",
    ]);
    unlinkSync(join(work, "lanmu.wasm"));
    const names = readdirSync(work).filter((name) => /\.(js|wasm)$/.test(name)).sort();
    if (release) {
      for (const name of names.filter((name) => name.endsWith(".wasm"))) {
        const file = join(work, name);
        run("wasm-opt", ["-Oz", "--mvp-features", ...FEATURES.map((feature) => `--enable-${feature}`), "--strip-debug", "--strip-producers", file, "-o", file]);
      }
    }
    const hash = createHash("sha256");
    for (const name of names) hash.update(readFileSync(join(work, name)));
    const mark = hash.digest("hex").slice(0, 16);
    const renamed = new Map(names.map((name) => [name, newName(name, mark)]));

    const bound = readdirSync(folder).filter((name) => /^lanmu-[0-9a-f]+(_bg\.wasm|\.js)$/.test(name));
    for (const name of bound) unlinkSync(join(folder, name));
    for (const [name, as] of renamed) {
      let content = readFileSync(join(work, name));
      if (name.endsWith(".js")) content = named(content.toString("utf8"), renamed);
      writeFileSync(join(folder, as), content);
    }
    return (html) => html.replace(/lanmu-[0-9a-f]+(_bg\.wasm|\.js)/g, (_, rest) => `lanmu-${mark}${rest}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** `lanmu-HASH.js`, `lanmu-HASH_bg.wasm`, `split-HASH.js`, `part-NAME-HASH.wasm`: as the server knows a hash. */
function newName(name, mark) {
  if (name === LINK) return `split-${mark}.js`;
  if (name.startsWith("lanmu")) return name.replace("lanmu", `lanmu-${mark}`);
  return `part-${name.replace(/\.wasm$/, "").replaceAll("_", "-")}-${mark}.wasm`;
}

/** The imports and addresses in a script, by the new names; the names by which wasm imports stay as they are. */
function named(script, renamed) {
  return script.replace(/(\bfrom\s*|new URL\()(["'])(?:\.\/)?([^"']+)\2/g, (whole, before, quote, name) =>
    renamed.has(name) ? `${before}${quote}./${renamed.get(name)}${quote}` : whole,
  );
}

/** What a tool has to say is shown when it fails; wasm-opt warns of name sections that are stripped anyway. */
function run(tool, args) {
  execFileSync(tool, args, { stdio: ["ignore", "ignore", "pipe"] });
}
