// What others do shows without reloading: the count, the list, the open card; by events and, while
// they are cut, by asking. Several items are released together.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { hold } from "../support/hold";
import { PC, PHONE, type Person, signIn, TABLET } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

const DEPARTMENT = "县农业农村局";

let server: Server;
let officer: Person;
let head: Person;
let departmentId: number;
let columnId: number;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
  head = await signIn(browser, server, "股室领导", DEPARTMENT);
  const departments = await call(officer.page, "GET", "/departments");
  departmentId = departments.body.find((d: { name: string }) => d.name === DEPARTMENT).id;
  await officer.page.goto("/articles/new");
  const option = officer.page.getByLabel("拟发布栏目").locator("option").nth(1);
  columnId = Number(await option.getAttribute("value"));
});

test.afterAll(async () => {
  await Promise.all([officer, head].map((person) => person?.context.close()));
  await server?.stop();
});

/** An act through the API, naming what the view shows. */
async function act(page: Page, id: number, verb: string, form: object = {}) {
  const seen = (await call(page, "GET", `/articles/${id}`)).body;
  const named = { version: seen.version, revision: seen.revision, ...form };
  const answer = await call(page, "POST", `/articles/${id}/${verb}`, named);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

/** Written and submitted. */
async function submitted(title: string): Promise<number> {
  const content = {
    title,
    document_number: "",
    column_id: columnId,
    source: { kind: "original" },
    body: "<p>春耕备耕工作有序推进。</p>",
    attribute: "proactive",
    attribute_reason: "",
    legal_basis: "",
  };
  const created = await call(officer.page, "POST", "/articles", { department_id: departmentId, content });
  expect(created.status, JSON.stringify(created.body)).toBe(201);
  const id = created.body.row.id;
  await act(officer.page, id, "submit");
  return id;
}

/** Written and submitted, and approved by the section head. */
async function item(title: string): Promise<number> {
  const id = await submitted(title);
  await act(head.page, id, "approve", { secrecy: "clear" });
  return id;
}

const accessible = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
  expect(serious.map((v) => [v.id, v.nodes.map((n) => n.html)])).toEqual([]);
};

for (const cut of [false, true]) {
  const how = cut ? "by asking while events are cut" : "by events";

  test(`the count, the list and the open card follow what others do, ${how}`, async ({ browser }) => {
    const leader = await signIn(browser, server, "分管领导", DEPARTMENT, TABLET);
    const { page } = leader;
    if (cut) await page.route(/\/changes(\?|$)/, (route) => route.abort());
    await page.goto("/inbox");
    await expect(page.getByText("没有等待您审核的稿件")).toBeVisible();
    const count = page.locator(".navigation__count");
    await expect(count).toHaveCount(0);

    const id = await item("乡村振兴工作简报");
    await expect(page.getByRole("link", { name: "乡村振兴工作简报" })).toBeVisible({ timeout: 15_000 });
    await expect(count).toContainText("1");

    await page.getByRole("link", { name: "乡村振兴工作简报" }).click();
    await page.getByLabel("审核意见（可不填）").fill("请补充数据来源");
    const agree = page.getByRole("button", { name: "同意", exact: true });
    await expect(agree).toBeEnabled();
    await act(officer.page, id, "recall");
    const told = page.getByRole("alert").filter({ hasText: officer.account.name });
    await expect(told).toContainText("撤回", { timeout: 15_000 });
    await expect(told).toContainText("本页内容已不是最新");
    await expect(agree).toBeDisabled();
    await expect(page.getByRole("button", { name: "退回", exact: true })).toBeDisabled();
    await expect(page.getByLabel("审核意见（可不填）")).toHaveValue("请补充数据来源");
    await expect(count).toHaveCount(0);
    if (!cut) {
      await accessible(page);
      await picture(page, "card-settled-elsewhere");
    }
    await page.getByRole("button", { name: "查看最新内容" }).click();
    await expect(page.getByText("草稿：内容有修改或已撤回", { exact: false })).toBeVisible();
    await leader.context.close();
  });
}

test("no connection at all is said, and gone once there is one", async ({ browser }) => {
  const leader = await signIn(browser, server, "分管领导", DEPARTMENT, PC);
  const { page } = leader;
  await page.route(/\/changes/, (route) => route.abort());
  await page.goto("/inbox");
  await expect(page.getByText("没有等待您审核的稿件")).toBeVisible();
  await expect(page.getByText("已断开，正在重连……")).toBeVisible({ timeout: 15_000 });
  await page.unroute(/\/changes/);
  await expect(page.getByText("已断开，正在重连……")).toHaveCount(0, { timeout: 60_000 });
  await leader.context.close();
});

test("a leader on a tablet releases what is ticked, and reads what did not go through", async ({ browser }) => {
  const leader = await signIn(browser, server, "分管领导", DEPARTMENT, TABLET);
  const { page } = leader;
  const titles = ["农资价格公示", "农机补贴公告", "秸秆禁烧通知"];
  const ids: number[] = [];
  for (const title of titles) ids.push(await item(title));
  const returned = await item("退回过的稿件");
  await act(leader.page, returned, "return", { reasons: ["format"] });
  await act(officer.page, returned, "submit");
  await act(head.page, returned, "approve", { secrecy: "clear" });

  await page.goto("/inbox");
  const box = (title: string) => page.getByRole("checkbox", { name: `选择《${title}》` });
  await expect(box("退回过的稿件")).toBeDisabled();
  await expect(page.getByText("不能批量同意：该稿件曾被退回", { exact: false })).toBeVisible();
  await page.getByRole("checkbox", { name: "全选" }).check();
  await expect(page.getByText("已选 3 件，可批量同意 3 件")).toBeVisible();
  await box("农机补贴公告").focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("已选 2 件，可批量同意 3 件")).toBeVisible();
  await page.keyboard.press("Space");
  await accessible(page);
  await picture(page, "bulk-list");
  await page.setViewportSize(PHONE);
  await picture(page, "bulk-list-phone");
  const aside = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await aside()).toBeLessThanOrEqual(0);
  await page.setViewportSize(TABLET);

  await page.getByRole("button", { name: "批量同意" }).click();
  const dialog = page.getByRole("dialog", { name: "同意这 3 件稿件？" });
  for (const title of titles) await expect(dialog.getByText(title)).toBeVisible();
  await accessible(page);
  await picture(page, "bulk-ask");

  // What changes while the request is under way is told of each item.
  await page.route(/\/articles\/approvals$/, async (route) => {
    await act(officer.page, ids[2], "recall");
    await route.continue();
  });
  await dialog.getByRole("button", { name: "确认同意" }).click();
  const result = page.getByRole("dialog", { name: "批量同意结果" });
  await expect(result.getByText("已同意 2 件，未办理 1 件。")).toBeVisible();
  await expect(result.getByRole("link", { name: "秸秆禁烧通知" })).toHaveAttribute("href", `/inbox/${ids[2]}`);
  await picture(page, "bulk-result");
  await result.getByRole("button", { name: "知道了" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "农资价格公示" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "退回过的稿件" })).toBeVisible();
  const states = await Promise.all(ids.map(async (id) => (await call(page, "GET", `/articles/${id}`)).body.row.state));
  expect(states).toEqual(["released", "released", "draft"]);
  await leader.context.close();
});

test("what happens while a first view is on its way shows in it", async () => {
  const page = await head.context.newPage();
  const release = await hold(page, "**/api/v1/session");
  // The list is asked for with who is signed in, and is there first.
  const list = page.waitForResponse("**/api/v1/inbox");
  await page.goto("/inbox");
  await list;
  await submitted("首屏打开时送审的稿件");
  release();
  await expect(page.getByRole("link", { name: "首屏打开时送审的稿件" })).toBeVisible();
  await page.close();
});
