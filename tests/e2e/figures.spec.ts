// What a coordinator keeps: a figure from next Monday on, a column closed and opened again.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { longDay } from "../support/days";
import { PC, type Person, PHONE, signIn, TABLET } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

const COLUMN = "三农工作情况";

test.setTimeout(180_000);

let server: Server;
let coordinator: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  coordinator = await signIn(browser, server, "协调人");
});

test.afterAll(async () => {
  await coordinator?.context.close();
  await server?.stop();
});

/** Monday of next week, as an input of a day takes it. */
async function nextMonday(page: Page): Promise<string> {
  const { today } = (await call(page, "GET", "/site")).body;
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 7 - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

async function nothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
  expect(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).slice(0, 3)}`)).toEqual([]);
}

async function dutyOf(page: Page): Promise<number> {
  const matrix = (await call(page, "GET", "/matrix")).body;
  return matrix.duties.find((d: { column_path: string[] }) => d.column_path.at(-1) === COLUMN).id;
}

test("a figure changes from next Monday, after a look at what moves", async () => {
  const { page } = coordinator;
  await page.goto("/");
  await page.getByRole("link", { name: "期限参数" }).click();
  const row = page.getByRole("row").filter({ hasText: "动态要闻类底线" });
  await expect(row).toContainText("14日");
  await nothingSerious(page);

  const monday = await nextMonday(page);
  await row.getByRole("button", { name: "调整" }).click();
  const dialog = page.getByRole("dialog", { name: "调整：动态要闻类底线" });
  await dialog.getByLabel("新的数值").fill("7");
  await dialog.getByLabel("生效日期").fill("2020-01-01");
  await dialog.getByRole("button", { name: "预览影响" }).click();
  await expect(dialog.getByText("日期不能早于今天，调整不追溯既往。")).toBeVisible();
  await expect(dialog.getByText("请填写调整原因。")).toBeVisible();
  await dialog.getByLabel("生效日期").fill(monday);
  await dialog.getByLabel("调整原因").fill("县政府常务会议要求加快更新");
  await dialog.getByRole("button", { name: "预览影响" }).click();
  await expect(dialog.getByRole("status").filter({ hasText: "项责任的期限或状态变化" })).toBeVisible();
  await expect(dialog.getByRole("listitem").first()).toContainText("期限：");
  await nothingSerious(page);
  await picture(page, "figures-preview");

  // Another number: what was looked at no longer counts.
  await dialog.getByLabel("新的数值").fill("10");
  await expect(dialog.getByRole("button", { name: "确认调整" })).toBeHidden();
  await dialog.getByRole("button", { name: "预览影响" }).click();
  await dialog.getByRole("button", { name: "确认调整" }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText(`自${longDay(monday)}起：10日`);
  await expect(row).toContainText("14日");
  await picture(page, "figures");

  await row.getByRole("button", { name: "撤销" }).click();
  const cancel = page.getByRole("dialog", { name: "撤销已定调整" });
  await cancel.getByLabel("撤销原因").fill("会议改期");
  await cancel.getByRole("button", { name: "预览影响" }).click();
  await cancel.getByRole("button", { name: "确认撤销" }).click();
  await expect(cancel).toBeHidden();
  await expect(row.getByRole("cell", { name: "无", exact: true })).toBeVisible();
  expect(server.verifyLedger().code).toBe(0);
});

test("a column is closed and opened again", async () => {
  const { page } = coordinator;
  await page.goto("/matrix");
  await page.goto(`/matrix/duties/${await dutyOf(page)}`);
  await page.getByRole("button", { name: "关闭栏目" }).click();
  const close = page.getByRole("dialog", { name: "关闭栏目" });
  await close.getByLabel("关闭原因").fill("栏目整合");
  await close.getByRole("button", { name: "预览影响" }).click();
  await expect(close.getByRole("listitem").filter({ hasText: COLUMN })).toContainText("不计时");
  await nothingSerious(page);
  await close.getByRole("button", { name: "确认关闭" }).click();
  await expect(close).toBeHidden();
  await expect(page.getByText("已关闭，自", { exact: false })).toBeVisible();
  await page.goto(`/matrix?q=${encodeURIComponent(COLUMN)}`);
  await expect(page.getByRole("row").filter({ hasText: COLUMN }).last()).toContainText("已关闭");
  await page.goto("/calendar?view=list&status=no_clock");
  await expect(page.getByRole("row").filter({ hasText: COLUMN })).toContainText("起关闭");

  await page.goto(`/matrix/duties/${await dutyOf(page)}`);
  await page.getByRole("button", { name: "恢复栏目" }).click();
  const reopen = page.getByRole("dialog", { name: "恢复栏目" });
  await reopen.getByLabel("恢复原因").fill("整合完成");
  await reopen.getByRole("button", { name: "预览影响" }).click();
  await reopen.getByRole("button", { name: "确认恢复" }).click();
  await expect(reopen).toBeHidden();
  await expect(page.getByRole("button", { name: "关闭栏目" })).toBeVisible();
  await expect(page.getByText("已关闭，自", { exact: false })).toBeHidden();
});

test("a rule is set above and owners change, each after a look", async () => {
  const { page } = coordinator;
  await page.goto("/matrix");
  await page.goto(`/matrix/duties/${await dutyOf(page)}`);
  await page.getByRole("button", { name: "设定更新要求" }).click();
  const rules = page.getByRole("dialog", { name: "设定更新要求" });
  await rules.getByLabel("适用栏目").selectOption({ index: 1 });
  await rules.getByRole("radio", { name: "底线要求" }).check();
  await rules.getByLabel("更新间隔").fill("5");
  await rules.getByLabel("单位").selectOption("days");
  await rules.getByLabel("依据").fill("县政府办公室政务公开工作要点");
  await rules.getByLabel("设定原因").fill("工作要点要求");
  await rules.getByRole("button", { name: "预览影响" }).click();
  await expect(rules.getByRole("button", { name: "确认设定" })).toBeVisible();
  await nothingSerious(page);
  await picture(page, "rules-preview");
  await rules.getByRole("button", { name: "确认设定" }).click();
  await expect(rules).toBeHidden();
  await expect(page.getByText("继承自“", { exact: false })).toBeVisible();

  await page.getByRole("button", { name: "调整责任部门" }).click();
  const owners = page.getByRole("dialog", { name: "调整责任部门" });
  await owners.getByLabel("查找").fill("财政");
  await owners.getByRole("checkbox", { name: "县财政局" }).check();
  await owners.getByLabel("生效日期").fill(await nextMonday(page));
  await owners.getByLabel("调整原因").fill("机构职能调整");
  await owners.getByRole("button", { name: "预览影响" }).click();
  await expect(owners.getByRole("button", { name: "确认调整" })).toBeVisible();
  await nothingSerious(page);
  await picture(page, "owners-preview");
  await owners.getByRole("button", { name: "确认调整" }).click();
  await expect(owners).toBeHidden();
  await expect(page.getByText("县财政局：", { exact: false })).toBeVisible();
  await picture(page, "duty-manage");
});

test("neither page scrolls sideways on any screen", async ({ browser }) => {
  for (const size of [PC, TABLET, PHONE]) {
    const { page, context } = await signIn(browser, server, "协调人", "", size);
    for (const path of ["/figures", `/matrix/duties/${await dutyOf(page)}`]) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      await picture(page, `${path.startsWith("/figures") ? "figures" : "duty"}-${size.width}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(`${size.width} ${path} ${over}`).toBe(`${size.width} ${path} 0`);
    }
    await page.goto("/figures");
    await page.getByRole("button", { name: "调整" }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await picture(page, `figures-dialog-${size.width}`);
    await context.close();
  }
});
