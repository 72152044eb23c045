// What the three reviews refuse, as the people see it, and that the server refuses it too.
import { expect, test } from "@playwright/test";
import { call } from "../support/api";
import { type Person, signIn } from "../support/people";
import { Server } from "../support/server";
import { fillNew, writeAndSubmit } from "../support/writing";

const DEPARTMENT = "县财政局";

let server: Server;
let officer: Person;
let head: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
  head = await signIn(browser, server, "股室领导", DEPARTMENT);
});

test.afterAll(async () => {
  await Promise.all([officer, head].map((person) => person?.context.close()));
  await server?.stop();
});

test("an item that is 依申请公开 needs its reason and its basis", async () => {
  const { page } = officer;
  await fillNew(page, { title: "依申请公开的材料", body: "内容。", attribute: "依申请公开" });
  await page.getByRole("button", { name: "签署初审并提交" }).click();
  await expect(page.getByText("“依申请公开”和“不予公开”的稿件，请填写理由。")).toBeVisible();
  await expect(page.getByText("“依申请公开”和“不予公开”的稿件，请填写法律依据。")).toBeVisible();
  await expect(page.getByRole("button", { name: "确认提交" })).toBeHidden();
});

test("the same person cannot stand in two stages, whatever posts are held", async ({ browser }) => {
  const id = await writeAndSubmit(officer.page, { title: "一人两岗的稿件", body: "内容。" });
  const admin = await signIn(browser, server, "安全管理员");
  const people = await call(admin.page, "GET", `/people?q=${officer.account.login}`);
  const department = await call(officer.page, "GET", "/departments");
  const departmentId = department.body.find((d: { name: string }) => d.name === DEPARTMENT).id;
  const granted = await call(admin.page, "POST", `/people/${people.body.items[0].id}/posts`, {
    role: "section_head",
    department_id: departmentId,
    title: "办公室副主任",
  });
  expect(granted.status).toBeLessThan(300);
  await admin.context.close();

  const { page } = officer;
  await page.goto(`/inbox/${id}`);
  await expect(page.getByText("您已在本轮审核中签署过意见", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "同意", exact: true })).toBeDisabled();
  const view = await call(page, "GET", `/articles/${id}`);
  const answer = await call(page, "POST", `/articles/${id}/approve`, {
    version: view.body.version,
    revision: view.body.revision,
    opinion: "",
    secrecy: "clear",
  });
  expect(answer.status).toBe(409);
  expect(answer.body.error.refusals).toContain("same_person");
});

test("an edit in between voids what was being decided", async () => {
  const id = await writeAndSubmit(officer.page, { title: "审核中被修改的稿件", body: "原来的内容。" });
  await head.page.goto(`/inbox/${id}`);
  await head.page.getByRole("radio", { name: "不涉密，可以公开" }).check();

  await officer.page.goto(`/articles/${id}/edit`);
  await expect(officer.page.getByText("全部作废", { exact: false })).toBeVisible();
  await officer.page.getByRole("textbox", { name: "正文" }).click();
  await officer.page.keyboard.press("Control+End");
  await officer.page.keyboard.type("后来加的一句。");
  await officer.page.getByRole("button", { name: "保存草稿" }).click();
  await expect(officer.page.getByText("草稿已保存")).toBeVisible();

  // Either the news comes first and closes the button, or the press is refused: the same words.
  const approve = head.page.getByRole("button", { name: "同意", exact: true });
  await approve.click({ timeout: 3_000 }).catch(() => expect(approve).toBeDisabled());
  await expect(head.page.getByText(officer.account.name, { exact: false }).first()).toBeVisible();
  await expect(head.page.getByRole("button", { name: "查看最新内容" })).toBeVisible();
  const view = await call(head.page, "GET", `/articles/${id}`);
  expect(view.body.row.state).toBe("draft");
  expect(view.body.signatures).toEqual([]);
});

test("a stale version is refused with who changed what", async () => {
  const { page, context } = officer;
  await fillNew(page, { title: "两处同时修改", body: "内容。" });
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("草稿已保存")).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByLabel("标题", { exact: true })).toHaveValue("两处同时修改");

  await page.getByLabel("标题", { exact: true }).fill("先保存的标题");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("已保存，第 2 版")).toBeVisible();

  await other.getByLabel("标题", { exact: true }).fill("后保存的标题");
  await other.getByRole("button", { name: "保存草稿" }).click();
  await expect(other.getByRole("alert").getByText("请刷新", { exact: false }).first()).toBeVisible();
  await expect(other.getByLabel("标题", { exact: true })).toHaveValue("后保存的标题");
  await other.close();
});

test("a second open review is refused", async () => {
  const { page } = officer;
  const id = await writeAndSubmit(page, { title: "重复提交的稿件", body: "内容。" });
  const view = await call(page, "GET", `/articles/${id}`);
  const answer = await call(page, "POST", `/articles/${id}/submit`, { version: view.body.version });
  expect(answer.status).toBe(409);
  expect(answer.body.error.refusals).toEqual(["review_open"]);
  await expect(page.getByRole("button", { name: "签署初审并提交" })).toBeHidden();
});

test("after a decision the next waiting item is one tap away", async () => {
  const first = await writeAndSubmit(officer.page, { title: "第一件", body: "内容。" });
  await writeAndSubmit(officer.page, { title: "第二件", body: "内容。" });
  const { page } = head;
  await page.goto(`/inbox/${first}`);
  await page.getByRole("radio", { name: "不涉密，可以公开" }).check();
  await page.getByRole("button", { name: "同意", exact: true }).click();
  await page.getByRole("link", { name: "下一件" }).click();
  await expect(page).not.toHaveURL(new RegExp(`/inbox/${first}$`));
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("第一件");
  await expect(page.getByRole("button", { name: "同意", exact: true })).toBeEnabled();
});
