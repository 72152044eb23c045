// A trigger event obliges, and the publication that names it discharges it.
import { expect, test } from "@playwright/test";
import { call } from "../support/api";
import { type Person, signIn } from "../support/people";
import { Server } from "../support/server";

const DEPARTMENT = "县财政局";
const TITLE = "县财政局关于印发项目资金管理办法的通知";

let server: Server;
let officer: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
});

test.afterAll(async () => {
  await officer?.context.close();
  await server?.stop();
});

test("an officer registers a document, publishes it and names it", async ({ browser }) => {
  const { page } = officer;
  await page.goto("/matrix");
  const department = (await call(page, "GET", "/departments")).body.find((d: { name: string }) => d.name === DEPARTMENT);
  const matrix = (await call(page, "GET", `/matrix?department_id=${department.id}`)).body;
  const duty = matrix.duties.find((d: { column_path: string[] }) => d.column_path.slice(-2).join() === `${DEPARTMENT},法规公文`);

  await page.goto(`/matrix/duties/${duty.id}`);
  await page.getByRole("button", { name: "登记触发事件" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("标题", { exact: false }).first().fill(TITLE);
  // The due date comes a moment later and moves the buttons down.
  await expect(dialog.getByText("个工作日为", { exact: false })).toBeVisible();
  await dialog.getByRole("button", { name: "登记", exact: false }).last().click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(TITLE, { exact: false }).first()).toBeVisible();

  // The three reviews themselves are the story's; here they only lead to the back-fill.
  const created = await call(page, "POST", "/articles", {
    department_id: department.id,
    content: {
      title: TITLE,
      document_number: "盐财〔2026〕1号",
      column_id: duty.column_id,
      source: { kind: "original" },
      body: "<p>正文。</p>",
      attribute: "proactive",
      attribute_reason: "",
      legal_basis: "",
    },
  });
  const id = created.body.row.id;
  let view = (await call(page, "POST", `/articles/${id}/submit`, { version: created.body.version })).body;
  for (const [post, secrecy] of [["股室领导", "clear"], ["分管领导", null]] as const) {
    const reviewer = await signIn(browser, server, post, DEPARTMENT);
    const { version, revision } = view;
    view = (await call(reviewer.page, "POST", `/articles/${id}/approve`, { version, revision, secrecy })).body;
    await reviewer.context.close();
  }
  expect(view.row.state).toBe("released");

  await page.goto(`/articles/${id}?act=publication`);
  const box = page.getByRole("checkbox", { name: TITLE });
  await box.check();
  await page.getByLabel("发布地址").fill("https://www.example.gov.cn/czj/1.html");
  await page.getByRole("button", { name: "确认登记" }).click();
  await expect(page.getByText("已发布").first()).toBeVisible();
  const after = (await call(page, "GET", `/duties/${duty.id}`)).body;
  expect(after.open_events.map((event: { title: string }) => event.title)).not.toContain(TITLE);
});
