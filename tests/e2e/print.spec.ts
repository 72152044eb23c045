// Every page on A4: without the shell, nothing beside the paper or cut off, heads of tables on every sheet. With
// LANMU_PRINTS the sheets are written to that folder.
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../support/people";
import { beside, open, PEOPLE, PLACES, type Who } from "../support/routes";
import { Server } from "../support/server";

// A4 between its margins of 15 mm, in pixels; the sheets of the ledger are 180 mm.
const PAPER = { width: 681, height: 1009 };
// What stands around the page, and what only a hand can use.
const SHELL = ".top-bar, .navigation, .skip-link, .toasts, .breadcrumb, main .button, .segments, .filters, .load-more";

const folder = process.env.LANMU_PRINTS;

test.setTimeout(300_000);

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

/** What would be wrong with the sheets of the page that is open. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  const over = await beside(page);
  if (over !== 0) found.push(`${over} beside the paper`);
  const seen = await page.locator(SHELL).filter({ visible: true }).evaluateAll((all) => all.map((one) => one.className));
  found.push(...seen.map((name) => `${name} is printed`));
  const inside = await page.locator("main").evaluate((main, sheet) => {
    const said: string[] = [];
    // A drawing cannot break: with its heading it has to find room on one sheet.
    for (const one of main.querySelectorAll(".figure")) {
      const { height } = one.getBoundingClientRect();
      if (height > sheet) said.push(`${one.className} of ${Math.round(height)} is higher than a sheet`);
    }
    for (const one of main.querySelectorAll<HTMLElement>("*")) {
      const style = getComputedStyle(one);
      if (style.overflowX !== "visible" && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1) {
        said.push(`${one.className} is cut off`);
      }
      if (style.overflowY !== "visible" && one.clientHeight > 1 && one.scrollHeight > one.clientHeight + 1) {
        said.push(`${one.className} is cut off below`);
      }
      if (one.tagName === "THEAD" && style.display !== "table-header-group" && style.display !== "none") {
        said.push(`the head of ${one.parentElement?.className} is ${style.display}`);
      }
    }
    return said;
  }, PAPER.height);
  return [...new Set([...found, ...inside])];
}

for (const who of Object.keys(PEOPLE) as Who[]) {
  const [post, department] = PEOPLE[who];
  test(`${post}: every page fits on A4`, async ({ browser }) => {
    const { page, context } = await signIn(browser, server, post, department);
    for (const place of PLACES.filter((one) => one.who === who)) {
      const name = `/${place.route} ${place.view ?? ""}`;
      await page.emulateMedia({ media: "screen" });
      await open(page, place);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize(PAPER);
      expect.soft((await faults(page)).map((words) => `${name} ${words}`)).toEqual([]);
      const file = `${place.route || "today"}-${place.view ?? who}`.replace(/\W+/g, "-");
      const sheets = await page.pdf({ preferCSSPageSize: true, path: folder && join(folder, `${file}.pdf`) });
      expect(sheets.subarray(0, 5).toString()).toBe("%PDF-");
    }
    await context.close();
  });
}
