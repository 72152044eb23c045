// Whoever keeps the working-day calendar imports next year's arrangement, sees what moves, and announces it.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { call } from "../support/api";
import { PC, type Person, PHONE, signIn, TABLET } from "../support/people";
import { Server } from "../support/server";

const ARRANGEMENT = {
  "2027": {
    off: ["01-01", "01-02", "01-03", "02-05", "02-06", "02-07", "02-08", "02-09", "02-10", "02-11"].map((d) => `2027-${d}`),
    work: ["2027-01-30", "2027-02-20"],
  },
};

let server: Server;
let keeper: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  keeper = await signIn(browser, server, "协调人");
});

test.afterAll(async () => {
  await keeper?.context.close();
  await server?.stop();
});

test("a year is imported, previewed, saved and announced", async () => {
  const { page } = keeper;
  await page.getByRole("navigation").getByRole("link", { name: "工作日历" }).click();
  await page.getByRole("button", { name: "下一年" }).click();
  await expect(page).toHaveURL(/year=\d+/);
  await page.goto("/work-calendar?year=2027");
  await expect(page.getByText("节假日安排未公布").first()).toBeVisible();

  // A file with faults is named fault by fault and changes nothing.
  await page.getByRole("button", { name: "导入安排" }).click();
  const importing = page.getByRole("dialog", { name: "导入安排" });
  await importing.getByLabel("内容").fill('{"2027": {"off": ["2027-02-30"], "work": ["2027-01-04"]}}');
  await importing.getByRole("button", { name: "读取" }).click();
  await expect(importing.getByText("内容有 2 处错误")).toBeVisible();
  await expect(importing.getByText("2027年 off 第 1 项")).toBeVisible();

  await importing.getByLabel("内容").fill(JSON.stringify(ARRANGEMENT));
  await importing.getByRole("button", { name: "读取" }).click();
  await importing.getByRole("button", { name: "放入草稿" }).click();
  await expect(importing).toBeHidden();
  await expect(page.getByText(/有 \d+ 处未保存的修改/)).toBeVisible();
  await expect(page.getByRole("button", { name: /2027年2月20日.*补班.*未保存/ })).toBeVisible();

  // A local day off beside it, by keyboard.
  await page.getByRole("button", { name: /^2027年11月19日/ }).focus();
  await page.keyboard.press("Enter");
  const day = page.getByRole("dialog", { name: "设置日期" });
  await day.getByText("本地放假（本）").click();
  await day.getByLabel("名称").fill("彝族年");
  await day.getByRole("button", { name: "确定" }).click();
  await expect(page.getByRole("button", { name: /2027年11月19日.*本地放假：彝族年/ })).toBeVisible();

  await page.getByRole("button", { name: "预览影响" }).click();
  const saving = page.getByRole("dialog", { name: "预览影响" });
  await expect(saving.getByText(/项责任的期限或状态变化|没有期限或状态因此变化/)).toBeVisible();
  await saving.getByLabel("依据或原因").fill("国务院办公厅关于2027年部分节假日安排的通知");
  await saving.getByRole("button", { name: "确认保存" }).click();
  await expect(saving).toBeHidden();
  await expect(page.getByText("安排已公布：放假 10 天，补班 2 天，本地放假 1 天")).toBeVisible();
  await expect(page.getByText("处未保存的修改")).toBeHidden();

  const days = (await call(page, "GET", "/calendar?from=2027-01-30&to=2027-01-31")).body.days;
  expect(days[0]).toMatchObject({ kind: "make_up", announced: true });
  const ledger = (await call(page, "GET", "/ledger?act=calendar_changed")).body.items;
  expect(ledger[0].note).toContain("2027年：公布安排，放假 10 天，补班 2 天，本地放假 1 天；");
});

test("leaving with changes that are not saved asks, and they stay in the browser", async () => {
  const { page } = keeper;
  await page.goto("/work-calendar?year=2026");
  await page.getByRole("button", { name: /^2026年12月25日/ }).click();
  const day = page.getByRole("dialog", { name: "设置日期" });
  await day.getByText("补班（班）").click();
  await day.getByRole("button", { name: "确定" }).click();
  await expect(day.getByText("2026年12月25日（周五）不是周六或周日，不能列为补班")).toBeVisible();
  await day.getByText("放假（休）").click();
  await day.getByRole("button", { name: "确定" }).click();
  await expect(page.getByText("有 1 处未保存的修改")).toBeVisible();

  page.once("dialog", (question) => void question.dismiss());
  await page.getByRole("link", { name: "台账" }).click();
  await expect(page).toHaveURL(/work-calendar/);
  page.once("dialog", (question) => void question.accept());
  await page.getByRole("link", { name: "台账" }).click();
  await expect(page).toHaveURL(/ledger/);
  await page.goBack();
  await expect(page.getByText("有 1 处未保存的修改")).toBeVisible();
  await page.getByRole("button", { name: "放弃修改" }).click();
  await expect(page.getByText("处未保存的修改")).toBeHidden();
});

test("other people read the calendar and change nothing", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "填录人员", "县财政局");
  await expect(page.getByRole("navigation").getByRole("link", { name: "工作日历" })).toHaveCount(0);
  await page.goto("/calendar");
  await page.getByRole("link", { name: "工作日历" }).click();
  await expect(page.getByRole("heading", { name: "调整记录" })).toBeVisible();
  await expect(page.getByRole("button", { name: "导入安排" })).toHaveCount(0);
  await context.close();
});

test("nothing serious on the page, and it does not scroll sideways", async ({ browser }) => {
  for (const size of [PC, TABLET, PHONE]) {
    const { page, context } = await signIn(browser, server, "系统管理员", "", size);
    await page.goto("/work-calendar?year=2026");
    await expect(page.getByRole("heading", { name: "调整记录" })).toBeVisible();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
    expect(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).slice(0, 3)}`)).toEqual([]);
    await context.close();
  }
});
