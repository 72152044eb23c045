// 台账: filters, the check of the chain with its record, a filed hash against it, and the prints.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { PC, PHONE, type Person, signIn } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

const DEPARTMENT = "县农业农村局";
const TITLE = "关于做好秋粮收购工作的通知";

let server: Server;
let officer: Person;
let head: Person;
let id: number;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
  head = await signIn(browser, server, "股室领导", DEPARTMENT);
  const leader = await signIn(browser, server, "分管领导", DEPARTMENT);
  const departments = await call(officer.page, "GET", "/departments");
  const departmentId = departments.body.find((d: { name: string }) => d.name === DEPARTMENT).id;
  await officer.page.goto("/articles/new");
  const option = officer.page.getByLabel("拟发布栏目").locator("option").nth(1);
  const content = {
    title: TITLE,
    document_number: "盐农〔2026〕9号",
    column_id: Number(await option.getAttribute("value")),
    source: { kind: "original" },
    body: "<p>各乡（镇）人民政府：</p><p>请做好秋粮收购准备。</p>",
    attribute: "proactive",
    attribute_reason: "",
    legal_basis: "",
  };
  const created = await call(officer.page, "POST", "/articles", { department_id: departmentId, content });
  id = created.body.row.id;
  const act = async (page: Page, verb: string, form: object = {}) => {
    const seen = (await call(page, "GET", `/articles/${id}`)).body;
    const named = { version: seen.version, revision: seen.revision, ...form };
    const answer = await call(page, "POST", `/articles/${id}/${verb}`, named);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  await act(officer.page, "submit");
  await act(head.page, "return", { reasons: ["format"], reason: "缺落款" });
  await act(officer.page, "submit");
  await act(head.page, "approve", { secrecy: "clear", opinion: "内容属实" });
  await act(leader.page, "approve", { opinion: "同意发布", signature: "M40 40L200 90M60 100L120 20" });
  await leader.context.close();
});

test.afterAll(async () => {
  await Promise.all([officer, head].map((person) => person?.context.close()));
  await server?.stop();
});

const accessible = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
  expect(serious.map((v) => [v.id, v.nodes.map((n) => n.html)])).toEqual([]);
};

test("the stage is a filter in the address, and every line says how it ended", async () => {
  const { page } = head;
  await page.goto("/ledger");
  await page.getByLabel("环节").selectOption("section");
  await expect(page).toHaveURL(/stage=section/);
  const rows = page.locator(".ledger-table tbody tr").filter({ hasText: TITLE });
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText("审核　通过");
  await expect(rows.nth(1)).toContainText("审核　退回");
  await page.getByLabel("标题、人员、栏目或说明").fill("缺落款");
  await page.getByRole("button", { name: "查询" }).click();
  await expect(rows).toHaveCount(1);
  await accessible(page);
});

test("the audit administrator checks the chain, files the hash and holds it against the ledger", async ({ browser }) => {
  const auditor = await signIn(browser, server, "审计管理员", "", PC);
  const { page } = auditor;
  await page.goto("/ledger");
  await page.getByRole("link", { name: "台账核验" }).click();
  await expect(page.getByText("还没有核验过")).toBeVisible();
  await page.getByRole("button", { name: "校验台账" }).click();
  const latest = page.getByRole("region", { name: "最近一次核验" });
  await expect(latest).toContainText("校验通过，共");
  const hash = await latest.locator("code").innerText();
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const words = await latest.locator(".verification-latest__words").innerText();
  const lines = /共 (\d+) 条/.exec(words)?.[1] ?? "";
  const records = page.getByRole("region", { name: "核验记录" }).getByRole("row");
  await expect(records.filter({ hasText: hash })).toHaveCount(1);

  await page.getByRole("button", { name: "比对" }).click();
  await expect(page.getByText("请填写台账序号。")).toBeVisible();
  await page.getByLabel("序号").fill(lines);
  await page.getByLabel("校验值", { exact: true }).fill(hash.toUpperCase().replace(/(.{8})/g, "$1 "));
  await page.getByRole("button", { name: "比对" }).click();
  await expect(page.getByText(/^相符：第/)).toBeVisible();
  await page.getByLabel("序号").fill("1");
  await page.getByRole("button", { name: "比对" }).click();
  await expect(page.getByText(/^不符：第/)).toBeVisible();
  await accessible(page);
  await picture(page, "ledger-verification");
  await page.setViewportSize(PHONE);
  const aside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(aside).toBeLessThanOrEqual(0);
  await picture(page, "ledger-verification-phone");
  // The check itself is in the ledger.
  await page.goto("/ledger?act=ledger_verified");
  await expect(page.locator(".ledger-table tbody tr")).toHaveCount(1);
  await auditor.context.close();
});

test("the ledger prints on numbered sheets with totals, and an item as 审批表", async ({ browser }) => {
  const coordinator = await signIn(browser, server, "协调人", "", PC);
  const { page } = coordinator;
  await page.goto("/ledger?q=%E9%80%9A%E7%9F%A5");
  await page.getByRole("link", { name: "打印台账" }).click();
  await expect(page).toHaveURL(/ledger\/print\?.*q=/);
  const sheets = page.locator(".sheet:not(.sheet--measured)");
  await expect(sheets.last()).toContainText("制表人：");
  const count = await sheets.count();
  expect(count).toBeGreaterThan(1);
  await expect(sheets.first()).toContainText(`第 1 页　共 ${count} 页`);
  await expect(sheets.last()).toContainText(`第 ${count} 页　共 ${count} 页`);
  await expect(sheets.last()).toContainText("合计");
  // No row is cut off at the foot of its sheet.
  for (let n = 0; n < count; n++) {
    const over = await sheets.nth(n).evaluate((sheet) => sheet.scrollHeight - sheet.clientHeight);
    expect(over, `sheet ${n + 1}`).toBeLessThanOrEqual(0);
  }
  const printed = await page.pdf({ format: "A4", path: process.env.LANMU_PRINTS ? `${process.env.LANMU_PRINTS}/ledger.pdf` : undefined });
  const pages = printed.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
  expect(pages, "one sheet is one page").toBe(count);
  await accessible(page);
  await picture(page, "ledger-print");
  await coordinator.context.close();

  await officer.page.goto(`/articles/${id}`);
  await officer.page.getByRole("link", { name: "审批表" }).click();
  const form = officer.page.getByRole("article");
  await expect(form).toContainText("信息发布审批表");
  for (const text of [TITLE, "盐农〔2026〕9号", "主动公开", "内容属实", "不涉密，可以公开", "同意发布", "缺落款", "请做好秋粮收购准备"]) {
    await expect(form).toContainText(text);
  }
  await expect(form.getByRole("img", { name: /手写签名/ })).toHaveCount(1);
  await expect(form.getByRole("row").filter({ hasText: "台账序号" })).toContainText("、");
  const sheet = await officer.page.pdf({ format: "A4", path: process.env.LANMU_PRINTS ? `${process.env.LANMU_PRINTS}/form.pdf` : undefined });
  expect(sheet.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
  await accessible(officer.page);
  await picture(officer.page, "approval-form");
});
