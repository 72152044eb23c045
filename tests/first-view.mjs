// From the files' arrival to the first view of 今日待办 and 审核箱, on a processor slowed four times; and what jumps.
//
//   LANMU_SERVER=target/release/lanmu-server node tests/first-view.mjs
//
// Needs the SPA as it is shipped. Prints a line per page: the median of the runs. Fails when the layout shifts.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const RUNS = 5;
const SLOWER = 4;
// Long after the first view, in ms.
const SETTLED = 4000;
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const executable = process.env.LANMU_SERVER ?? join(root, "target", "debug", "lanmu-server");

// In the page: when the heading and what belongs below it stand there, and every shift that nobody caused.
function watch() {
  window.shifted = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      window.shifted.push({ value, of: sources.map(({ node }) => node?.className ?? node?.nodeName) });
    }
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    if (document.querySelector("main h1") && !document.querySelector(".loading")) {
      window.seen = performance.now();
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}

async function measure(context, address) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: "commit" });
  // Whoever asks the page whether it is there takes a tenth of a second of its time to bring the question in.
  await page.waitForTimeout(SETTLED);
  const result = await page.evaluate(() => {
    const files = performance.getEntriesByType("resource").filter(({ name }) => /\.(js|css|wasm|bin)$/.test(name));
    const needed = files.filter(({ responseEnd }) => responseEnd <= window.seen);
    const arrived = Math.max(...needed.map(({ responseEnd }) => responseEnd));
    const answers = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/api/v1/"));
    return {
      view: window.seen - arrived,
      total: window.seen,
      asked: answers.filter(({ responseEnd }) => responseEnd < window.seen).length,
      shifted: window.shifted,
    };
  });
  await page.close();
  return result;
}

const data = mkdtempSync(join(tmpdir(), "lanmu-first-view-"));
const accounts = join(data, "accounts.json");
const server = spawn(executable, ["serve", "--listen", "127.0.0.1:0", "--data", data, "--accounts-json", accounts], {
  stdio: ["ignore", "pipe", "ignore"],
});
const address = await new Promise((resolve) => {
  let text = "";
  server.stdout.on("data", (chunk) => {
    text += chunk;
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
    if (found) resolve(found[0]);
  });
});
const browser = await chromium.launch({
  executablePath: process.env.LANMU_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
let shifted = false;
try {
  const people = JSON.parse(readFileSync(accounts, "utf8"));
  const head = people.find(({ post, department }) => post === "股室领导" && department === "县政府办公室");
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByLabel("登录名").fill(head.login);
  await page.getByLabel("密码", { exact: true }).fill(head.password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByRole("button", { name: "退出" }).waitFor();
  await page.close();
  for (const path of ["/", "/inbox"]) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measure(context, path));
    runs.sort((a, b) => a.view - b.view);
    const middle = runs[Math.floor(RUNS / 2)];
    const jumps = runs.map((run) => run.shifted.reduce((sum, { value }) => sum + value, 0));
    shifted ||= jumps.some((jump) => jump > 0);
    const times = runs.map(({ view }) => Math.round(view)).join(", ");
    console.log(
      `${path} first view ${Math.round(middle.view)} ms after the files (${times}), ${Math.round(middle.total)} ms in all; ` +
        `layout shift ${Math.max(...jumps).toFixed(4)}`,
    );
    if (Math.max(...jumps) > 0) console.log(JSON.stringify(runs.flatMap((run) => run.shifted).slice(0, 5)));
  }
} finally {
  await browser.close();
  server.kill("SIGTERM");
  rmSync(data, { recursive: true, force: true });
}
if (shifted) process.exitCode = 1;
