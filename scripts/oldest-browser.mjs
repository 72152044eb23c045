// Fails when the styles or scripts in dist/ use something that Chromium 109 lacks. The pages have to work there, and nothing newer than the
// machine's own Chromium is at hand to try it in. What the wasm may use is held to the same in split.mjs.
//
// node scripts/oldest-browser.mjs [FOLDER]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { faultsOfStyle } from "./oldest/css.mjs";
import { OLDEST } from "./oldest/data.mjs";
import { faultsOfScript } from "./oldest/script.mjs";

const folder = process.argv[2] ?? "dist";
const faults = [];
let files = 0;
for (const name of readdirSync(folder).sort()) {
  const path = join(folder, name);
  const kind = /\.(css|js)$/.exec(name)?.[1];
  if (!kind) continue;
  files += 1;
  if (kind === "css") faults.push(...faultsOfStyle(readFileSync(path, "utf8"), name));
  if (kind === "js") faults.push(...faultsOfScript(readFileSync(path, "utf8"), name));
}
for (const fault of faults) console.error(`error: ${fault}`);
if (files === 0) console.error(`error: nothing in ${folder}`);
if (faults.length > 0 || files === 0) process.exit(1);
console.log(`${files} files use nothing that Chromium ${OLDEST} lacks`);
