// What is owed, seen from every side: list, thirty days, year, rate, red lines, calendar feed.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import ICAL from "ical.js";
import { readFileSync } from "node:fs";
import { call } from "../support/api";
import { PHONE, signIn, TABLET } from "../support/people";
import { Server } from "../support/server";

test.setTimeout(180_000);

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

/** The rows of a CSV that the page saves; cells with commas are not looked at. */
async function exported(page: Page): Promise<string[]> {
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出 CSV" }).click();
  const text = readFileSync(await (await saving).path(), "utf8");
  return text.replace(/^\uFEFF/, "").split("\r\n");
}

test("the list is filtered by the address, and the file holds what it shows", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/calendar?view=list");
  await page.getByLabel("按状态筛选").getByRole("button", { name: /超期/ }).click();
  await page.getByRole("button", { name: "更多筛选" }).click();
  await page.getByLabel("更新要求").selectOption("按时间间隔");
  await expect(page).toHaveURL(/status=overdue/);
  await expect(page).toHaveURL(/rule=elapsed/);
  const listed = Number(/\d+/.exec(await page.locator(".list-count").innerText())?.[0]);
  expect(listed).toBeGreaterThan(0);
  const lines = await exported(page);
  expect(lines.filter((line) => line.includes(",超期,"))).toHaveLength(listed);
  await page.reload();
  await expect(page.locator(".list-count")).toHaveText(`列出 ${listed} 项`);
  await page.getByLabel("审核人").selectOption({ index: 1 });
  await expect(page.locator(".list-count")).not.toHaveText(`列出 ${listed} 项`);
  await context.close();
});

test("a number of the next thirty days leads to what it counts, and that to its reason", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/calendar?view=ahead");
  const cell = page.locator(".load__cell a").first();
  const number = Number(await cell.innerText());
  await cell.click();
  await expect(page.locator(".list-count")).toHaveText(`列出 ${number} 项`);
  await page.locator(".item-row__link").first().click();
  await expect(page.getByRole("heading", { name: "适用规则" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /全年情况/ })).toBeVisible();
  await expect(page.getByRole("img", { name: /天/ }).first()).toBeVisible();
  await context.close();
});

test("a past day shows what was known, and says so on every page", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  const { body: site } = await call(page, "GET", "/site");
  const past = new Date(Date.parse(site.today) - 40 * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`/calendar?view=list&as_of=${past}`);
  await expect(page.getByText("正在查看截至")).toBeVisible();
  const then = await page.getByLabel("按状态筛选").innerText();
  await page.locator(".item-row__link").first().click();
  // The list has the day in its address too: going back waits until there is something to go back from.
  await expect(page).toHaveURL(new RegExp(`/duties/\\d+.*as_of=${past}`));
  await expect(page.getByText("正在查看截至")).toBeVisible();
  await page.goBack();
  await page.getByRole("button", { name: "回到今天" }).click();
  await expect(page.getByText("正在查看截至")).toBeHidden();
  await expect(page.getByLabel("按状态筛选")).not.toHaveText(then);
  await context.close();
});

test("the rates name the departments, and one of them says what was late", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/calendar?view=punctuality");
  const rows = page.locator(".punctuality tbody tr");
  // Eleven months of the whole county are judged for it, which takes long on a busy machine.
  await expect(rows.nth(5)).toBeVisible({ timeout: 60_000 });
  await rows.first().getByRole("button").click();
  await expect(page).toHaveURL(/department=\d+/);
  await expect(page.getByRole("heading", { name: "超期事项" })).toBeVisible();
  await context.close();
});

test("a red line opens what stands behind it", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/red-lines");
  const blank = page.getByRole("region", { name: "空白栏目" });
  await expect(blank).toContainText("已触红线");
  await blank.getByRole("button", { name: /查看清单/ }).click();
  await expect(page).toHaveURL(/line=blank/);
  await blank.getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "适用规则" })).toBeVisible();
  await context.close();
});

test("a calendar program reads under a secret address what is due", async ({ browser, playwright }) => {
  const { page, context } = await signIn(browser, server, "填录人员", "县农业农村局");
  await page.goto("/calendar");
  await page.getByRole("button", { name: "订阅日历" }).click();
  await page.getByRole("button", { name: "生成订阅地址" }).click();
  const address = await page.getByLabel("订阅地址（只显示这一次）").inputValue();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/feeds\/[0-9a-f]{64}\.ics$/);
  const program = await playwright.request.newContext();
  const file = await program.get(address);
  expect(file.status()).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await file.text()));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  const { body } = await call(page, "GET", "/obligations");
  const due = body.items.filter((item: { due: string | null }) => item.due !== null);
  expect(events).toHaveLength(due.length);
  expect(events.every((event) => event.startDate.isDate)).toBe(true);
  const days = events.map((event) => event.startDate.toString()).sort();
  expect(days).toEqual(due.map((item: { due: string }) => item.due).sort());
  await page.getByRole("button", { name: /停用“/ }).click();
  await page.getByRole("button", { name: "停用", exact: true }).last().click();
  await expect(page.getByText("还没有开通订阅。")).toBeVisible();
  expect((await program.get(address)).status()).toBe(404);
  await program.dispose();
  await context.close();
});

const VIEWS = [
  "/calendar",
  "/calendar?view=ahead&q=旅游",
  "/calendar?view=year&department=1&q=信息公开",
  "/calendar?view=punctuality&department=1",
  "/red-lines?line=not_updated",
];

test("axe finds nothing serious in any view", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  for (const path of VIEWS) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
    expect(serious.map((v) => `${path} ${v.id}: ${v.nodes.map((n) => n.target).slice(0, 3)}`)).toEqual([]);
  }
  await context.close();
});

test("no view scrolls sideways on a tablet or a telephone", async ({ browser }) => {
  for (const size of [TABLET, PHONE]) {
    const { page, context } = await signIn(browser, server, "协调人", "", size);
    for (const path of VIEWS) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, `${path} at ${size.width}`).toBeLessThanOrEqual(0);
    }
    await context.close();
  }
});
