// Every page, by the people who may see it: axe finds nothing serious, and no page scrolls sideways.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { PC, PHONE, signIn, TABLET } from "../support/people";
import { Server } from "../support/server";

// A part of the county: axe looks at every cell, and there are thousands.
const COUNTY = [
  "/matrix?q=旅游",
  "/matrix?view=grid&q=旅游",
  "/matrix/check?kind=name_conflict",
  "/matrix/annex",
  "/calendar?view=list&q=旅游",
  "/ledger",
  "/work-calendar",
  "/evidence",
  "/figures",
  "/terms",
  "/events",
];

// The review card of the first item that waits for the person.
const CARD = "/inbox/:first";

const PEOPLE = [
  { post: "填录人员", department: "县财政局", pages: ["/", "/articles", "/articles/new", "/calendar", "/matrix", "/events", "/events/new", "/ledger", "/help", "/password"] },
  { post: "股室领导", department: "县政府办公室", pages: ["/", "/inbox", CARD] },
  { post: "协调人", department: "", pages: COUNTY },
  { post: "安全管理员", department: "", pages: ["/people"] },
];

// axe looks long at large tables, and the machine may be small.
test.setTimeout(300_000);

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

async function open(page: Page, path: string): Promise<void> {
  if (path === CARD) {
    const waiting = await call(page, "GET", "/inbox");
    await page.goto(`/inbox/${waiting.body.items[0].id}`);
    await expect(page.getByRole("button", { name: "同意", exact: true })).toBeInViewport({ ratio: 1 });
  } else {
    await page.goto(path);
  }
  await page.waitForLoadState("networkidle");
}

for (const { post, department, pages } of PEOPLE) {
  test(`${post}: nothing serious on any page`, async ({ browser }) => {
    const { page, context } = await signIn(browser, server, post, department, PC);
    for (const path of pages) {
      await open(page, path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
      const found = serious.map((v) => `${path} ${v.id}: ${v.nodes.map((n) => n.target).slice(0, 3)}`);
      expect(found).toEqual([]);
    }
    await context.close();
  });

  test(`${post}: no page scrolls sideways on a tablet or a telephone`, async ({ browser }) => {
    for (const size of [TABLET, PHONE]) {
      const { page, context } = await signIn(browser, server, post, department, size);
      for (const path of pages) {
        await open(page, path);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(`${path} ${over}`).toBe(`${path} 0`);
      }
      await context.close();
    }
  });
}
