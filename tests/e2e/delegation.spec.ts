// 委托代办: passed on, seen, acted under on a tablet, written down as 乙代甲, ended. And 缺审核人: told before
// submitting, shown to those who can help, gone once somebody is named.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { call } from "../support/api";
import { picture } from "../support/pictures";
import { PC, type Person, PHONE, signIn, TABLET } from "../support/people";
import { Server } from "../support/server";
import { fillNew, writeAndSubmit } from "../support/writing";

const DEPARTMENT = "县农业农村局";
const ELSEWHERE = "县财政局";
const TITLE = "全县冬季农田水利建设进展";

test.describe.configure({ mode: "serial" });

let server: Server;
let officer: Person;
let head: Person;
let delegate: Person;
let security: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
  head = await signIn(browser, server, "股室领导", DEPARTMENT);
  delegate = await signIn(browser, server, "股室领导", ELSEWHERE, TABLET);
  security = await signIn(browser, server, "安全管理员");
});

test.afterAll(async () => {
  await Promise.all([officer, head, delegate, security].map((person) => person?.context.close()));
  await server?.stop();
});

/** The value of a datetime-local input, so many days from now. */
function inDays(days: number): string {
  const at = new Date(Date.now() + (days * 24 + 8) * 3_600_000);
  return at.toISOString().slice(0, 16);
}

test("the section head passes the post on, and sees the banner", async () => {
  await writeAndSubmit(officer.page, { title: TITLE, body: "各乡镇农田水利建设有序推进。" });
  const { page } = head;
  await page.getByRole("link", { name: "委托代办" }).first().click();
  await expect(page.getByText("没有委托")).toBeVisible();
  await page.getByRole("button", { name: "新建委托" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("checkbox")).toBeChecked();
  await dialog.getByRole("button", { name: "确认委托" }).click();
  await expect(dialog.getByText("请选择代办人。")).toBeVisible();
  const option = dialog.getByLabel("代办人").locator("option").filter({ hasText: delegate.account.name });
  await dialog.getByLabel("代办人").selectOption((await option.getAttribute("value")) ?? "");
  await dialog.getByLabel("结束时间").fill(inDays(91));
  await dialog.getByLabel("委托原因").fill("外出学习");
  await dialog.getByRole("button", { name: "确认委托" }).click();
  await expect(dialog.getByText("一次委托最长 90 天", { exact: false })).toBeVisible();
  await dialog.getByLabel("结束时间").fill(inDays(3));
  await picture(page, "delegation-form");
  await dialog.getByRole("button", { name: "确认委托" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "生效中" })).toContainText("外出学习");
  await expect(page.getByText(`您已委托${delegate.account.name}代办`, { exact: false })).toBeVisible();
  await picture(page, "delegations");
});

test("the delegate finds what waits, is told for whom, and approves on a tablet", async () => {
  const { page } = delegate;
  // Signed in before the delegation was made: the next page knows it.
  await page.getByRole("link", { name: "审核箱" }).tap();
  const row = page.getByRole("listitem").filter({ hasText: TITLE });
  await expect(row).toContainText(`代${head.account.name}办理`);
  await expect(page.getByText(`您正在代${head.account.name}`, { exact: false })).toBeVisible();
  await picture(page, "delegate-inbox");
  await row.getByRole("link", { name: TITLE }).tap();
  await expect(page.getByText(`您将代${head.account.name}`, { exact: false })).toBeInViewport({ ratio: 1 });
  for (const name of ["同意", "退回"]) {
    await expect(page.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
  }
  await page.getByRole("radio", { name: "不涉密，可以公开" }).check();
  await picture(page, "delegate-card");
  await page.getByRole("button", { name: "同意", exact: true }).tap();
  await expect(page.getByText(`${delegate.account.name}代${head.account.name}`, { exact: false })).toBeVisible();
});

test("the ledger says who acted for whom", async () => {
  const { page } = officer;
  await page.goto(`/ledger?q=${encodeURIComponent(TITLE)}`);
  const line = page.getByRole("row").filter({ hasText: "审核同意" });
  await expect(line).toContainText(`${delegate.account.name}代${head.account.name}`);
  expect(server.verifyLedger().code).toBe(0);
});

test("list, form, inbox and card fit every screen, and axe finds nothing serious", async () => {
  test.slow();
  await writeAndSubmit(officer.page, { title: "第二件", body: "内容。" });
  const found = await call(delegate.page, "GET", "/inbox");
  const card = `/inbox/${found.body.items[0].id}`;
  const people: [Person, string[]][] = [
    [head, ["/delegations"]],
    [delegate, ["/inbox", card, "/delegations"]],
  ];
  for (const [{ page }, paths] of people) {
    for (const size of [PHONE, TABLET, { width: 1180, height: 820 }, PC]) {
      await page.setViewportSize(size);
      for (const path of paths) {
        await page.goto(path);
        await page.waitForLoadState("networkidle");
        const form = page.getByRole("button", { name: "新建委托" });
        if (page === head.page && (await form.count()) > 0) await form.click();
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(beyond, `${path} at ${size.width}`).toBeLessThanOrEqual(0);
        if (path === card && size.width >= 820) {
          for (const name of ["同意", "退回"]) {
            await expect(page.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
          }
        }
        await picture(page, `delegation${path.replace(/\/\d+|\//g, "-")}-${page === head.page ? "form" : "to"}-${size.width}`);
        if (size !== TABLET) continue;
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
        expect(serious.map((v) => `${path} ${v.id}: ${v.nodes.map((n) => n.target).slice(0, 3)}`)).toEqual([]);
      }
    }
  }
  await head.page.setViewportSize(PC);
  await delegate.page.setViewportSize(TABLET);
});

test("ended early, it gives nothing any more", async () => {
  await delegate.page.goto("/inbox");
  await expect(delegate.page.getByRole("link", { name: "第二件" })).toBeVisible();
  const { page } = head;
  await page.goto("/delegations");
  await page.getByRole("button", { name: "终止" }).click();
  await page.getByLabel("终止原因").fill("提前返岗");
  await page.getByRole("button", { name: "确认终止" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "已终止" })).toContainText("提前返岗");
  await expect(page.getByText("您已委托", { exact: false })).toHaveCount(0);
  await delegate.page.goto("/inbox");
  await expect(delegate.page.getByText("没有等待您审核的稿件")).toBeVisible();
  await expect(delegate.page.getByText("您正在代", { exact: false })).toHaveCount(0);
});

test("the security administrator does it for a leader who could not", async () => {
  const { page } = security;
  await page.goto("/delegations");
  await page.getByRole("button", { name: "新建委托" }).click();
  const dialog = page.getByRole("dialog");
  const choose = async (label: string, post: string) => {
    const option = dialog.getByLabel(label, { exact: true }).locator("option");
    const value = await option.filter({ hasText: server.account(post, DEPARTMENT).name }).getAttribute("value");
    await dialog.getByLabel(label, { exact: true }).selectOption(value ?? "");
  };
  await choose("委托人", "分管领导");
  await expect(dialog.getByRole("checkbox")).toBeChecked();
  await choose("代办人", "填录人员");
  await dialog.getByLabel("结束时间").fill(inDays(1));
  await dialog.getByLabel("委托原因").fill("因病住院，本人无法办理");
  await dialog.getByRole("button", { name: "确认委托" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "因病住院" })).toContainText("生效中");
  // The officer reviews for the leader now, though not what the officer wrote.
  await officer.page.goto("/inbox");
  await expect(officer.page.getByText("没有等待您审核的稿件")).toBeVisible();
  await expect(officer.page.getByText("您正在代", { exact: false })).toBeVisible();
});

test("a stage without anybody is said before submitting, and shown to who can name somebody", async () => {
  // Nobody takes a stage's last person away: the section head, who alone could sign, writes the item.
  const people = await call(security.page, "GET", `/people?q=${head.account.login}`);
  const held = people.body.items[0];
  const { department_id } = held.posts[0];
  const post = { role: "officer", department_id, title: "兼任填录人员" };
  const granted = await call(security.page, "POST", `/people/${held.id}/posts`, post);
  expect(granted.status).toBe(201);
  const { page } = head;
  await fillNew(page, { title: "无人审核的稿件", body: "内容。" });
  await page.getByRole("button", { name: "签署初审并提交" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("审核环节缺少可以办理的股室领导", { exact: false })).toBeVisible();
  await picture(page, "empty-stage-submission");
  await dialog.getByRole("button", { name: "确认提交" }).click();
  await page.waitForURL(/\/articles\/\d+$/);
  await expect(page.getByText("缺审核人：", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "请求落实人员" }).click();
  await expect(page.getByRole("button", { name: "已请求" })).toBeDisabled();
  await picture(page, "empty-stage-article");

  await security.page.goto("/");
  const row = security.page.getByRole("listitem").filter({ hasText: `落实${DEPARTMENT}股室领导` });
  await picture(security.page, "empty-stage-today");
  await row.getByRole("link", { name: "去落实" }).click();
  await expect(security.page.getByText(`${DEPARTMENT}缺少股室领导`, { exact: false })).toBeVisible();
  await security.page.getByLabel("姓名或登录名").fill(delegate.account.login);
  await security.page.getByRole("button", { name: "查询" }).click();
  await expect(security.page.getByRole("button", { name: "授予岗位" })).toHaveCount(1);
  await security.page.getByRole("button", { name: "授予岗位" }).click();
  const grant = security.page.getByRole("dialog");
  await expect(grant.getByLabel("岗位", { exact: true })).toHaveValue("section_head");
  await expect(grant.getByLabel("部门").locator("option:checked")).toHaveText(DEPARTMENT);
  await picture(security.page, "empty-stage-grant");
  await grant.getByLabel("职务").fill("市场股股长");
  await grant.getByRole("button", { name: "授予", exact: true }).click();
  await page.reload();
  await expect(page.getByText("缺审核人：", { exact: false })).toHaveCount(0);
});
