// Trunk's last step: makes dist/ fit to be served under a strict Content-Security-Policy, compressed.
//
// 1. The program is split: a first visit loads what the inbox needs (split.mjs).
// 2. Trunk writes the loader as an inline script, which a policy without 'unsafe-inline' refuses:
//    it is moved into a file with a hashed name.
// 3. The stylesheets become one file: a first visit asks once.
// 4. Every text and wasm file gets a .br and a .gz beside it, so that the server never compresses.
// 5. The sizes are printed, and the build fails when the SPA outgrows its budget.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { split } from "./split.mjs";

// All that a first visit loads, brotli; more is a failed build. The design asks for 350 KB for what the inbox needs.
const BUDGET = 350 * 1024;
// What one more page may cost.
const PART_BUDGET = 250 * 1024;

const folder = process.env.TRUNK_STAGING_DIR ?? "dist";
// What is not shipped is neither made small nor weighed.
const profile = process.env.TRUNK_PROFILE === "debug" ? "debug" : (process.env.LANMU_SPA_PROFILE ?? "wasm-release");
const release = profile === "wasm-release";

const index = join(folder, "index.html");
let html = readFileSync(index, "utf8");
const built = join(
  process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown", profile, "lanmu.wasm",
);
html = split(folder, built, release)(html);
html = html.replace(/<script type="module"[^>]*>([\s\S]*?)<\/script>/g, (whole, script) => {
  if (script.trim() === "") return whole;
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 16);
  writeFileSync(join(folder, `loader-${hash}.js`), script);
  return `<script type="module" src="/loader-${hash}.js"></script>`;
});

let style = "";
let links = 0;
html = html.replace(/[ \t]*<link rel="stylesheet" href="\/([^"]+)"\s*\/?>\n?/g, (_, name) => {
  style += readFileSync(join(folder, name), "utf8");
  unlinkSync(join(folder, name));
  links += 1;
  return links === 1 ? "@@STYLE@@" : "";
});
if (links > 0) {
  const name = `style-${createHash("sha256").update(style).digest("hex").slice(0, 16)}.css`;
  writeFileSync(join(folder, name), style);
  html = html.replace("@@STYLE@@", `    <link rel="stylesheet" href="/${name}" />\n`);
}
if (release && /<script(?![^>]*\ssrc=)/.test(html)) {
  console.error("error: index.html still has an inline script, which the policy refuses");
  process.exit(1);
}
writeFileSync(index, html);

if (release) {
  let total = 0;
  let largest = 0;
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(html|js|wasm|bin|css|svg|json|webmanifest)$/.test(name)) continue;
    const raw = readFileSync(join(folder, name));
    const brotli = brotliCompressSync(raw, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
    });
    writeFileSync(join(folder, `${name}.br`), brotli);
    writeFileSync(join(folder, `${name}.gz`), gzipSync(raw, { level: 9 }));
    if (name.startsWith("part-")) largest = Math.max(largest, brotli.length);
    else total += brotli.length;
    console.log(`${name.padEnd(48)} ${String(raw.length).padStart(9)}  brotli ${String(brotli.length).padStart(8)}`);
  }
  console.log(`first visit, brotli: ${total} of ${BUDGET} bytes; largest part: ${largest} of ${PART_BUDGET} bytes`);
  if (total > BUDGET || largest > PART_BUDGET) {
    console.error("error: the SPA is larger than its budget");
    process.exit(1);
  }
}
