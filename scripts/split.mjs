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
// Pieces that parts share come in one file when they are no larger than this, in bytes: there are some hundred and fifty
// of a few hundred bytes, and each would be asked for by itself.
const SMALL = 8192;
const PACK = "small.bin";

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
    const { places, content: pack } = packed(work, names.filter((name) => /^chunk_.*\.wasm$/.test(name)));
    writeFileSync(join(work, PACK), pack);
    writeFileSync(join(work, LINK), linked(readFileSync(join(work, LINK), "utf8"), places));
    for (const name of places.keys()) names.splice(names.indexOf(name), 1);
    names.push(PACK);

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

/** The small pieces, one behind the other, and where each lies in them: from, length. */
function packed(work, names) {
  const places = new Map();
  const pieces = [];
  let from = 0;
  for (const name of names) {
    const piece = readFileSync(join(work, name));
    if (piece.length > SMALL) continue;
    places.set(name, [from, piece.length]);
    pieces.push(piece);
    from += piece.length;
  }
  return { places, content: Buffer.concat(pieces) };
}

/** The script that fetches the parts, taking the small pieces out of their file. What failed is fetched again. */
function linked(script, places) {
  const fetches = /fetch\(new URL\("(?:\.\/)?([^"]+)", import\.meta\.url\)\);(\s*src\.catch\([^;]*\);\s*return async \(imports\) => \()WebAssembly\.instantiateStreaming\(src, imports\)/g;
  let left = places.size;
  const body = script.replace(fetches, (whole, name, between) => {
    const place = places.get(name);
    if (!place) return whole;
    left -= 1;
    return `small(${place.join(", ")});${between}WebAssembly.instantiate(await src, imports)`;
  });
  if (left !== 0) throw new Error(`${left} small parts are not fetched where they were looked for: ${LINK} has another form`);
  return `${body}
let pack;
function small(from, length) {
  pack ??= fetch(new URL("./${PACK}", import.meta.url)).then((answer) => {
    if (!answer.ok) throw new Error(\`\${answer.status}\`);
    return answer.arrayBuffer();
  });
  pack.catch(() => {
    pack = undefined;
  });
  return pack.then((bytes) => new Uint8Array(bytes, from, length));
}
`;
}

/** `lanmu-HASH.js`, `lanmu-HASH_bg.wasm`, `split-HASH.js`, `part-NAME-HASH.wasm`, `part-small-HASH.bin`: as the server knows a hash. */
function newName(name, mark) {
  if (name === LINK) return `split-${mark}.js`;
  if (name === PACK) return `part-small-${mark}.bin`;
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
