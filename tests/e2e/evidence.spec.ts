// A time that cannot be true is recorded as 存疑, and counts only once the coordinator accepted it. The third
// attestation in a row waits for the section head.
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { longStamp } from "../support/days";
import { picture } from "../support/pictures";
import { type Person, PHONE, signIn, TABLET } from "../support/people";
import { Server } from "../support/server";

const DEPARTMENT = "县农业农村局";
const COLUMN = "三农工作情况";
const TITLE = "全县冬小麦田间管理工作情况";
const FINANCE = "县财政局";
const BUDGET = "政府预决算信息专栏";

test.describe.configure({ mode: "serial" });

let server: Server;
let officer: Person;
let coordinator: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
  coordinator = await signIn(browser, server, "协调人");
});

test.afterAll(async () => {
  await officer?.context.close();
  await coordinator?.context.close();
  await server?.stop();
});

interface Duty {
  id: number;
  column_id: number;
  department_id: number;
}

async function duty(page: Page, department: string, column: string): Promise<Duty> {
  const departments = (await call(page, "GET", "/departments")).body;
  const { id } = departments.find((d: { name: string }) => d.name === department);
  const { duties } = (await call(page, "GET", `/matrix?department_id=${id}`)).body;
  const found = duties.find((d: { column_path: string[] }) => d.column_path.at(-1) === column);
  return { id: found.id, column_id: found.column_id, department_id: id };
}

/** The three reviews themselves are the story's; here they only lead to the back-fill. */
async function release(browser: Browser, of: Duty): Promise<number> {
  const created = await call(officer.page, "POST", "/articles", {
    department_id: of.department_id,
    content: {
      title: TITLE,
      document_number: "",
      column_id: of.column_id,
      source: { kind: "original" },
      body: "<p>正文。</p>",
      attribute: "proactive",
      attribute_reason: "",
      legal_basis: "",
    },
  });
  const id = created.body.row.id;
  let view = (await call(officer.page, "POST", `/articles/${id}/submit`, { version: created.body.version })).body;
  for (const [post, secrecy] of [["股室领导", "clear"], ["分管领导", null]] as const) {
    const reviewer = await signIn(browser, server, post, DEPARTMENT);
    const { version, revision } = view;
    view = (await call(reviewer.page, "POST", `/articles/${id}/approve`, { version, revision, secrecy })).body;
    await reviewer.context.close();
  }
  expect(view.row.state).toBe("released");
  return id;
}

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
  expect(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).slice(0, 3)}`)).toEqual([]);
}

test("the officer is warned, records the time, and sees 存疑", async ({ browser }) => {
  const { page } = officer;
  const of = await duty(page, DEPARTMENT, COLUMN);
  const id = await release(browser, of);
  await page.goto(`/articles/${id}?act=publication`);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("将标记为存疑", { exact: false })).toBeHidden();
  await dialog.getByLabel("发布地址").fill("https://www.example.gov.cn/snfw/20261120.html");
  const yesterday = new Date(Date.now() - 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 16);
  await dialog.getByLabel("发布时间").fill(yesterday);
  await expect(dialog.getByText("将标记为存疑，由协调人核实后才计入更新", { exact: false })).toBeVisible();
  await expectNothingSerious(page);
  await picture(page, "evidence-warning");
  await dialog.getByRole("button", { name: "确认登记" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("发布时间早于审发时间").first()).toBeVisible();
  await picture(page, "evidence-article");

  // A mistyped time is mended; one that is no truer stays in doubt.
  await page.getByRole("button", { name: "更正发布时间" }).click();
  const earlier = new Date(Date.now() - 2 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 16);
  await dialog.getByLabel("实际发布时间").fill(earlier);
  await dialog.getByLabel("更正原因").fill("日期填错一天。");
  await expectNothingSerious(page);
  await picture(page, "evidence-correction");
  await dialog.getByRole("button", { name: "确认更正" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(longStamp(earlier)).first()).toBeVisible();
  await expect(page.getByText("发布时间早于审发时间").first()).toBeVisible();

  await page.goto(`/matrix/duties/${of.id}`);
  const row = page.getByRole("listitem").filter({ hasText: TITLE });
  await expect(row).toContainText("存疑");
  await picture(page, "evidence-duty");
  await page.goto("/");
  await expect(page.getByRole("listitem").filter({ hasText: TITLE })).toContainText("存疑");
  const { row: before } = (await call(page, "GET", `/duties/${of.id}`)).body;
  expect(before.status).not.toBe("fresh");
});

test("the coordinator verifies it and the duty becomes fresh", async ({ browser }) => {
  const { page } = coordinator;
  await page.goto("/");
  await picture(page, "evidence-today");
  await page.getByRole("listitem").filter({ hasText: "核实存疑发布" }).getByRole("link", { name: "去核实" }).click();
  const row = page.getByRole("listitem").filter({ hasText: TITLE });
  await expect(row).toContainText("发布时间早于审发时间");
  await expectNothingSerious(page);
  await picture(page, "evidence-list");
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出 CSV" }).click();
  const file = readFileSync(await (await saving).path(), "utf8");
  expect(file).toContain(TITLE);
  expect(file).toContain("发布时间早于审发时间");
  for (const size of [TABLET, PHONE]) {
    const other = await signIn(browser, server, "协调人", "", size);
    await other.page.goto("/evidence");
    await expect(other.page.getByText(TITLE)).toBeVisible();
    await picture(other.page, `evidence-list-${size.width}`);
    const over = await other.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBe(0);
    await other.page.getByRole("button", { name: "认定无效", exact: true }).tap();
    await expect(other.page.getByRole("dialog")).toContainText("该发布不计入栏目更新");
    await picture(other.page, `evidence-dialog-${size.width}`);
    await other.context.close();
  }
  await row.getByRole("button", { name: "认定有效", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("不能撤销或更改");
  await dialog.getByRole("button", { name: "确认有效" }).click();
  await expect(dialog.getByText("请填写认定说明")).toBeVisible();
  await dialog.getByLabel("认定说明").fill("已打开发布页面，页面标注的时间与登记一致。");
  await expectNothingSerious(page);
  await picture(page, "evidence-dialog");
  await dialog.getByRole("button", { name: "确认有效" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("没有待核实的存疑发布")).toBeVisible();
  await page.getByRole("button", { name: "已认定有效", exact: true }).click();
  await expect(page).toHaveURL(/state=accepted/);
  await expect(page.getByRole("listitem").filter({ hasText: TITLE })).toContainText("页面标注的时间与登记一致");
  const of = await duty(page, DEPARTMENT, COLUMN);
  const { row: after } = (await call(page, "GET", `/duties/${of.id}`)).body;
  expect(after.status).toBe("fresh");
});

test("the third attestation in a row waits for the section head", async ({ browser }) => {
  const finance = await signIn(browser, server, "填录人员", FINANCE);
  const of = await duty(finance.page, FINANCE, BUDGET);
  const body = { department_id: of.department_id, note: "已逐项核对，内容与实际一致。" };
  let awaits = false;
  for (let made = 0; made < 2 && !awaits; made += 1) {
    awaits = (await call(finance.page, "POST", `/duties/${of.id}/attestations`, body)).body.awaits;
  }
  if (!awaits) {
    await finance.page.goto(`/matrix/duties/${of.id}`);
    await finance.page.getByRole("button", { name: "核对无变化" }).click();
    const dialog = finance.page.getByRole("dialog");
    await expect(dialog).toContainText("从第三次起须经本部门股室领导确认");
    await dialog.getByLabel("核对说明").fill(body.note);
    await dialog.getByRole("button", { name: "确认登记" }).click();
    await expect(finance.page.getByText("待本部门股室领导确认后计入更新")).toBeVisible();
    await expect(finance.page.getByText("待确认").first()).toBeVisible();
  }
  await finance.context.close();

  const head = await signIn(browser, server, "股室领导", FINANCE, TABLET);
  const { page } = head;
  await page.goto("/");
  await picture(page, "evidence-today-head");
  await page.getByRole("listitem").filter({ hasText: "确认核对无变化" }).getByRole("link", { name: "去确认" }).tap();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(body.note);
  await expectNothingSerious(page);
  await picture(page, "evidence-decide");
  await dialog.getByRole("button", { name: "不同意" }).tap();
  await expect(dialog.getByText("不同意的，请写明理由。")).toBeVisible();
  await dialog.getByRole("button", { name: "确认无变化" }).tap();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("listitem").filter({ hasText: "已确认" })).toContainText(body.note);
  await picture(page, "evidence-attestations");
  await head.context.close();
  expect(server.verifyLedger().code).toBe(0);
});
