// The shell: search, news, where one is, the field for a day, the plots.
import { expect, test } from "@playwright/test";
import { call } from "../support/api";
import { noSeriousViolation } from "../support/axe";
import { hold } from "../support/hold";
import { PC, PHONE, signIn, TABLET } from "../support/people";
import { Server } from "../support/server";

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

test("Ctrl K finds a department by its initials, by keyboard alone", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.keyboard.press("Control+K");
  const dialog = page.getByRole("dialog", { name: "搜索" });
  const words = dialog.getByRole("combobox");
  await expect(words).toBeFocused();
  await expect(dialog).toContainText("还没有最近使用的内容");
  await page.keyboard.type("czj");
  const option = dialog.getByRole("option", { name: /^县财政局/ });
  await expect(option).toBeVisible();
  await noSeriousViolation(page);
  // A column comes first; the department is the one after it.
  await expect(option).toHaveAttribute("aria-selected", "false");
  await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(words).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) ?? "");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/matrix\?department=\d+/);
  await expect(dialog).toBeHidden();

  // It is remembered; Escape gives the focus back.
  const button = page.getByRole("button", { name: "搜索" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("option", { name: /^县财政局/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await context.close();
});

test("the search says that nothing was found, and that it failed", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.keyboard.press("Control+K");
  const dialog = page.getByRole("dialog", { name: "搜索" });
  await dialog.getByRole("combobox").fill("没有这样的栏目");
  await expect(dialog.getByRole("status")).toHaveText("没有找到，可以换一个词再试。");
  await page.route("**/api/v1/search*", (route) => route.abort());
  await dialog.getByRole("combobox").fill("财政");
  await expect(dialog.getByRole("alert")).toContainText("网络连接中断");
  await page.unroute("**/api/v1/search*");
  await dialog.getByRole("button", { name: "重试" }).click();
  await expect(dialog.getByRole("option").first()).toBeVisible();
  await context.close();
});

test("on a telephone a page is found by touch", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "填录人员", "县财政局", PHONE);
  await page.getByRole("button", { name: "搜索" }).tap();
  const dialog = page.getByRole("dialog", { name: "搜索" });
  await dialog.getByRole("combobox").fill("zrjz");
  await dialog.getByRole("option", { name: "责任矩阵" }).tap();
  await expect(page.getByRole("heading", { name: "责任矩阵", level: 1 })).toBeVisible();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBe(0);
  await context.close();
});

test("news come while one works, lead to the item and are marked as read", async ({ browser }) => {
  const leader = await signIn(browser, server, "股室领导", "县政府办公室", TABLET);
  const page = leader.page;
  const bell = page.getByRole("link", { name: /^消息/ });
  const inbox = await call(page, "GET", "/inbox");
  const officer = await signIn(browser, server, "填录人员", "县政府办公室");
  const own = await call(officer.page, "GET", "/articles?state=draft");
  expect(own.status).toBe(200);
  // A new item of the officer's is submitted: the section head is told.
  const columns = await call(officer.page, "GET", `/articles/${inbox.body.items[0].id}`);
  const content = { ...columns.body.content, title: "关于消息的测试稿件" };
  const department = columns.body.row.department_id;
  const made = await call(officer.page, "POST", "/articles", { department_id: department, content });
  expect(made.status).toBe(201);
  const before = Number((/(\d+) 条/.exec((await bell.getAttribute("aria-label")) ?? "") ?? ["", "0"])[1]);
  const id = made.body.row.id;
  const sent = await call(officer.page, "POST", `/articles/${id}/submit`, { version: made.body.version });
  expect(sent.status).toBe(200);
  await expect(bell).toHaveAttribute("aria-label", `消息，${before + 1} 条未读`);

  await bell.tap();
  await expect(page.getByRole("heading", { name: "消息", level: 1 })).toBeVisible();
  const row = page.getByRole("listitem").filter({ hasText: "关于消息的测试稿件" });
  await expect(row).toContainText("未读");
  await noSeriousViolation(page);
  await row.getByRole("link", { name: "去审核" }).tap();
  await expect(page).toHaveURL(new RegExp(`/inbox/${id}$`));
  const way = page.getByRole("navigation", { name: "所在位置" });
  await expect(way.getByRole("link", { name: "审核箱" })).toBeVisible();
  await expect(way).toContainText("关于消息的测试稿件");

  await page.goto("/notifications");
  await expect(page.getByText("上次查看：")).toBeVisible();
  await expect(page.getByText("以前的消息")).toBeVisible();
  if (before > 0) await page.getByRole("button", { name: "全部标为已读" }).tap();
  await expect(bell).toHaveAttribute("aria-label", "消息，没有未读");
  await leader.context.close();
  await officer.context.close();
});

test("a day is typed, or chosen by keyboard from a month with days off", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/ledger");
  const from = page.getByLabel("从", { exact: true });
  await from.fill("2026-10-08");
  await from.blur();
  await expect(from).toHaveValue("2026年10月8日（周四）");
  await page.getByRole("button", { name: "打开日历" }).first().click();
  const month = page.getByRole("dialog", { name: "选择日期" });
  await expect(month.getByRole("button", { name: "2026年10月8日（周四）", exact: true })).toBeFocused();
  await expect(month.getByRole("button", { name: "2026年10月1日（周四），节假日" })).toBeVisible();
  await expect(month.getByRole("button", { name: "2026年10月10日（周六），调休上班" })).toBeVisible();
  await noSeriousViolation(page);
  for (const key of ["Home", "ArrowRight", "PageDown", "PageUp", "ArrowUp"]) await page.keyboard.press(key);
  // Monday 5, Tuesday 6, a month on and back, a week up.
  await expect(month.getByRole("button", { name: "2026年9月29日（周二）" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(month).toBeHidden();
  await expect(from).toHaveValue("2026年9月29日（周二）");
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page).toHaveURL(/from=2026-09-29/);

  await from.fill("2026-02-30");
  await from.blur();
  await expect(page.getByText("日期不正确，请按 2026-11-23 的样子填写。")).toBeVisible();
  await expect(from).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "打开日历" }).first().click();
  await page.keyboard.press("Escape");
  await expect(month).toBeHidden();
  await expect(page.getByRole("button", { name: "打开日历" }).first()).toBeFocused();
  await context.close();
});

test("the plots have a table behind each, for the county and for a department", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人", "", PC);
  await page.goto("/overview");
  for (const name of ["审核等待情况", "未来 30 天到期情况", "按时率变化", "各部门栏目更新情况"]) {
    const figure = page.getByRole("region", { name });
    await expect(figure.getByRole("img")).toBeVisible({ timeout: 30_000 });
    const table = figure.getByRole("table");
    await expect(table).toBeHidden();
    await figure.getByText("查看数据表").click();
    await expect(table).toBeVisible();
    expect(await table.getByRole("row").count()).toBeGreaterThan(1);
    await figure.getByText("查看数据表").click();
  }
  await noSeriousViolation(page);
  await page.getByLabel("按时率比较部门").selectOption({ label: "县财政局" });
  await expect(page).toHaveURL(/department=\d+/);
  await expect(page.getByRole("region", { name: "按时率变化" })).toContainText("■ 县财政局");
  await context.close();

  const own = await signIn(browser, server, "分管领导", "县财政局", TABLET);
  await own.page.goto("/overview");
  const heat = own.page.getByRole("region", { name: "各部门栏目更新情况" });
  await expect(heat).toContainText("1 个部门");
  await expect(heat.getByRole("img")).not.toContainText("县林业局");
  await own.context.close();
});

test("an export says that it is being made, can be stopped, and is saved under its name", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/ledger");
  const link = page.getByRole("link", { name: "导出 CSV" });
  const release = await hold(page, "**/api/v1/ledger/export*");
  await link.click();
  const toast = page.locator(".toast", { hasText: "正在准备文件……" });
  await expect(toast).toBeVisible();
  await toast.getByRole("button", { name: "取消" }).click();
  await expect(page.locator(".toast", { hasText: "已取消下载。" })).toBeVisible();
  await expect(toast).toHaveCount(0);
  release();
  await page.unroute("**/api/v1/ledger/export*");

  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(file.suggestedFilename()).toMatch(/台账.*\.csv$/);
  await expect(page.locator(".toast", { hasText: "已下载" })).toBeVisible();

  // What cannot be made is said, and nothing is saved.
  await page.route("**/api/v1/ledger/export*", (route) => route.abort());
  await link.click();
  await expect(page.locator(".toast", { hasText: "下载失败" })).toBeVisible();
  await context.close();
});
