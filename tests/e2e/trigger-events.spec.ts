// A trigger event for two columns: the due dates before it is registered, what it asks for, and cancelling it.
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { PC, PHONE, signIn, TABLET } from "../support/people";
import { Server } from "../support/server";

const DEPARTMENT = "县财政局";
const TITLE = "县财政局关于规范预算执行管理的通知";
const NUMBER = "盐财〔2026〕77号";

let server: Server;

test.setTimeout(180_000);

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
  return found.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).slice(0, 3)}`);
}

async function fill(page: Page): Promise<void> {
  await page.goto("/events");
  await page.getByRole("link", { name: "登记触发事件" }).click();
  await page.getByLabel("标题").fill(TITLE);
  await page.getByLabel("文号").fill(NUMBER);
  await page.getByRole("button", { name: "全选" }).click();
}

test("an officer registers one event for two columns, sees the due dates and cancels it", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "填录人员", DEPARTMENT);
  await fill(page);
  await expect(page.getByText("已选 2 个，共 2 个栏目")).toBeVisible();
  // The due date of each column before it is registered, with the arithmetic.
  await expect(page.getByText(/^期限\d+年\d+月\d+日（周.）$/)).toHaveCount(2);
  await expect(page.getByText(/次日起第 3 个工作日为/)).toHaveCount(2);
  expect(await serious(page)).toEqual([]);
  await page.getByRole("button", { name: "确认登记" }).click();

  await expect(page).toHaveURL(/\/events$/);
  const event = page.getByRole("listitem").filter({ hasText: TITLE });
  await expect(event.getByText("待更新").first()).toBeVisible();
  await event.getByText(TITLE).click();
  await expect(event.getByRole("link", { name: /法规公文|部门文件/ })).toHaveCount(2);
  expect(await serious(page)).toEqual([]);

  // The same 文号 again: refused, unless it is meant.
  await fill(page);
  await page.getByRole("button", { name: "确认登记" }).click();
  await expect(page.getByText("登记过").first()).toBeVisible();
  await page.getByLabel("仍要登记").check();
  await page.getByRole("button", { name: "确认登记" }).click();
  await expect(page).toHaveURL(/\/events$/);
  await expect(page.getByText(TITLE)).toHaveCount(2);

  const open = (await call(page, "GET", `/events?q=${encodeURIComponent(TITLE)}`)).body.items;
  for (const _ of open) {
    await page.goto(`/events?state=open&q=${encodeURIComponent(TITLE)}`);
    const first = page.locator("details").first();
    await first.getByText(TITLE).click();
    await first.getByRole("button", { name: "取消事件" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "确认取消" }).click();
    await expect(dialog.getByText("请填写取消原因。")).toBeVisible();
    await dialog.getByLabel("取消原因").fill("文件暂缓印发");
    await dialog.getByRole("button", { name: "确认取消" }).click();
    await expect(dialog).toBeHidden();
  }
  await page.getByLabel("状态").selectOption({ label: "已取消" });
  // All of them: until then it is the list of before.
  await expect(page.locator("details")).toHaveCount(open.length);
  const cancelled = page.locator("details").first();
  await cancelled.locator(".event__title").click();
  await expect(cancelled.getByText("原因：文件暂缓印发")).toBeVisible();

  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出 CSV" }).click();
  const lines = readFileSync(await (await saving).path(), "utf8").split("\r\n");
  expect(lines.filter((line) => line.includes(TITLE) && line.includes("文件暂缓印发")).length).toBeGreaterThan(0);
  expect(lines.some((line) => line.includes("待更新"))).toBe(false);
  await expect(cancelled.getByRole("button", { name: "取消事件" })).toHaveCount(0);
  for (const { obligations } of open) {
    const duty = (await call(page, "GET", `/duties/${obligations[0].duty_id}`)).body;
    expect(duty.open_events.map((e: { title: string }) => e.title)).not.toContain(TITLE);
  }
  await context.close();
});

test("the coordinator obliges some of the departments; a change says what changed", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/events/new");
  await page.getByLabel("内容变化").check();
  await page.getByLabel("标题").fill("机构职能调整");
  await page.getByLabel("查找栏目").fill("工作报告");
  await expect(page.getByRole("checkbox", { name: /^工作报告/ })).toBeVisible();
  await page.getByRole("button", { name: "全选" }).click();
  await expect(page.getByText("已选 1 个")).toBeVisible();
  await page.getByLabel("指定部门").check();
  await page.getByRole("button", { name: "确认登记" }).click();
  await expect(page.getByText("请选择变化事项。")).toBeVisible();
  await expect(page.getByText("请至少选择一个部门。")).toBeVisible();
  await page.getByLabel("职能调整").check();
  await page.getByRole("group", { name: "应更新的部门" }).getByLabel("县政府办公室").check();
  expect(await serious(page)).toEqual([]);
  await page.getByRole("button", { name: "确认登记" }).click();
  await expect(page).toHaveURL(/\/events$/);
  await page.getByLabel("标题或文号").fill("机构职能调整");
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page).toHaveURL(/q=/);
  await page.locator("details").first().getByText("机构职能调整").click();
  await expect(page.locator("details").first().getByText("内容变化：职能调整")).toBeVisible();
  await expect(page.locator(".event-obligation")).toHaveCount(1);
  await context.close();
});

test("a section head reads the list and registers nothing", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "股室领导", DEPARTMENT);
  await page.getByRole("link", { name: "触发事件" }).click();
  await expect(page.getByRole("heading", { name: "触发事件" })).toBeVisible();
  await expect(page.getByRole("link", { name: "登记触发事件" })).toHaveCount(0);
  await context.close();
});

test("list and form scroll upright only, at every size", async ({ browser }) => {
  for (const size of [PC, TABLET, PHONE]) {
    const { page, context } = await signIn(browser, server, "协调人", "", size);
    for (const path of ["/events", "/events/new"]) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      if (path === "/events") await page.locator("details").first().click();
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(`${path} ${over}`).toBe(`${path} 0`);
    }
    await context.close();
  }
});
