// The main job, end to end, by four people in four browsers.
import { expect, test } from "@playwright/test";
import { picture } from "../support/pictures";
import { type Person, signIn, TABLET } from "../support/people";
import { Server } from "../support/server";

const DEPARTMENT = "县农业农村局";
const COLUMN = "三农工作情况";
const TITLE = "全县秋冬季农业生产工作推进情况";
const ADDRESS = "https://www.example.gov.cn/snfw/sngzqk/20261123.html";

test.describe.configure({ mode: "serial" });

let server: Server;
let officer: Person;
let head: Person;
let leader: Person;
let coordinator: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
  head = await signIn(browser, server, "股室领导", DEPARTMENT);
  leader = await signIn(browser, server, "分管领导", DEPARTMENT, TABLET);
  coordinator = await signIn(browser, server, "协调人");
});

test.afterAll(async () => {
  await Promise.all([officer, head, leader, coordinator].map((person) => person?.context.close()));
  await server?.stop();
});

test("the officer sees the overdue column under 今日待办", async () => {
  const { page } = officer;
  await page.goto("/");
  const row = page.getByRole("listitem").filter({ hasText: COLUMN });
  await expect(row).toContainText("超期");
  await expect(page.getByText("演示站点")).toBeVisible();
  await picture(page, "today");
});

test("the coordinator sees it overdue in matrix and calendar", async () => {
  const { page } = coordinator;
  await page.goto(`/matrix?q=${encodeURIComponent(COLUMN)}`);
  await expect(page.getByRole("row").filter({ hasText: COLUMN })).toContainText("超期");
});

test("the officer writes and signs the first review", async () => {
  const { page } = officer;
  await page.goto("/");
  await page.getByRole("listitem").filter({ hasText: COLUMN }).getByRole("link", { name: "去填报" }).click();
  await page.getByLabel("标题", { exact: true }).fill(TITLE);
  const body = page.getByRole("textbox", { name: "正文" });
  await body.click();
  await page.keyboard.type("各乡镇秋冬季农业生产有序推进，冬小麦播种进度过半。");
  await page.keyboard.press("Enter");
  await page.keyboard.type("下一步，县农业农村局将组织技术人员下田指导。");
  await page.getByRole("radio", { name: "主动公开" }).check();
  await picture(page, "editor");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("已保存", { exact: false }).first()).toBeVisible();
  await page.getByRole("button", { name: "签署初审并提交" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确认提交" }).click();
  await expect(page.getByText("待审核").first()).toBeVisible();
});

test("the section head reviews with the secrecy conclusion", async () => {
  const { page } = head;
  await page.goto("/inbox");
  await picture(page, "inbox");
  await page.getByRole("link", { name: TITLE }).click();
  await expect(page.getByText("冬小麦播种进度过半")).toBeVisible();
  await page.getByRole("radio", { name: "不涉密，可以公开" }).check();
  await page.getByRole("button", { name: "同意", exact: true }).click();
  await expect(page.getByText("待审发").first()).toBeVisible();
});

test("the leader releases on a tablet, with both buttons in reach", async () => {
  const { page } = leader;
  await page.goto("/inbox");
  await page.getByRole("link", { name: TITLE }).tap();
  for (const name of ["同意", "退回"]) {
    const button = page.getByRole("button", { name, exact: true });
    await expect(button).toBeInViewport({ ratio: 1 });
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await picture(page, "review-card");
  await page.getByRole("button", { name: "同意", exact: true }).tap();
  await expect(page.getByText("已审发").first()).toBeVisible();
});

test("the officer back-fills the published address", async () => {
  const { page } = officer;
  await page.goto("/");
  await page.getByRole("listitem").filter({ hasText: TITLE }).getByRole("link", { name: "登记发布" }).click();
  await page.getByLabel("发布地址").fill(ADDRESS);
  await page.getByRole("button", { name: "确认登记" }).click();
  await expect(page.getByText("已发布").first()).toBeVisible();
});

test("calendar and matrix show it fresh for the coordinator", async () => {
  const { page } = coordinator;
  await page.goto(`/matrix?q=${encodeURIComponent(COLUMN)}`);
  await expect(page.getByRole("row").filter({ hasText: COLUMN })).toContainText("正常");
  await page.goto("/matrix");
  await picture(page, "matrix");
  await page.goto(`/calendar?view=list&q=${encodeURIComponent(COLUMN)}`);
  await expect(page.getByRole("row").filter({ hasText: COLUMN }).first()).toContainText("正常");
  await page.goto("/calendar");
  await picture(page, "calendar");
});

test("the ledger has every step and verifies", async () => {
  const { page } = coordinator;
  await page.goto(`/ledger?q=${encodeURIComponent(TITLE)}`);
  for (const act of ["起草", "初审提交", "审核同意", "审发同意", "登记发布"]) {
    await expect(page.getByRole("row").filter({ hasText: TITLE }).getByText(act, { exact: true }).first()).toBeVisible();
  }
  await picture(page, "ledger");
  expect(server.verifyLedger().code).toBe(0);
});

test("the audit administrator verifies the chain on a page", async ({ browser }) => {
  const auditor = await signIn(browser, server, "审计管理员");
  const { page } = auditor;
  await page.getByRole("link", { name: "台账" }).click();
  await page.getByRole("link", { name: "台账核验" }).click();
  await page.getByRole("button", { name: "校验台账" }).click();
  await expect(page.getByText("校验通过，共", { exact: false })).toBeVisible();
  await auditor.context.close();
});
