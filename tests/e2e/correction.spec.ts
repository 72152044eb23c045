// 更正 and 撤稿 of what is public.
import { expect, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { type Person, signIn, TABLET } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

const DEPARTMENT = "县农业农村局";
const TITLE = "农机购置补贴公示";

let server: Server;
let officer: Person;
let head: Person;
let leader: Person;
let id: number;

async function act(page: Page, article: number, verb: string, form: object = {}) {
  const seen = (await call(page, "GET", `/articles/${article}`)).body;
  const named = { version: seen.version, revision: seen.revision, ...form };
  const answer = await call(page, "POST", `/articles/${article}/${verb}`, named);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
  head = await signIn(browser, server, "股室领导", DEPARTMENT);
  leader = await signIn(browser, server, "分管领导", DEPARTMENT, TABLET);
  const departments = await call(officer.page, "GET", "/departments");
  const departmentId = departments.body.find((d: { name: string }) => d.name === DEPARTMENT).id;
  await officer.page.goto("/articles/new");
  const option = officer.page.getByLabel("拟发布栏目").locator("option").nth(1);
  const content = {
    title: TITLE,
    document_number: "",
    column_id: Number(await option.getAttribute("value")),
    source: { kind: "original" },
    body: "<p>本批补贴资金共120万元，公示期五天。</p>",
    attribute: "proactive",
    attribute_reason: "",
    legal_basis: "",
  };
  const created = await call(officer.page, "POST", "/articles", { department_id: departmentId, content });
  id = created.body.row.id;
  await act(officer.page, id, "submit");
  await act(head.page, id, "approve", { secrecy: "clear" });
  const { row } = await act(leader.page, id, "approve");
  await act(officer.page, id, "publication", { url: "https://www.example.gov.cn/a1.html", published_at: row.since });
});

test.afterAll(async () => {
  await Promise.all([officer, head, leader].map((person) => person?.context.close()));
  await server?.stop();
});

test("an officer corrects what is public, the leader sees what changed, and the former item says so", async () => {
  const { page } = officer;
  await page.goto(`/articles/${id}`);
  await page.getByRole("button", { name: "更正", exact: true }).click();
  await page.getByRole("button", { name: "建立更正稿件" }).click();
  await expect(page).toHaveURL(/\/articles\/\d+\/edit/);
  const draft = Number(/articles\/(\d+)\/edit/.exec(page.url())?.[1]);
  expect(draft).not.toBe(id);
  const seen = (await call(page, "GET", `/articles/${draft}`)).body;
  const content = { ...seen.content, body: "<p>本批补贴资金共102万元，公示期五天。</p>" };
  const saved = await call(page, "PUT", `/articles/${draft}`, { version: seen.version, content });
  expect(saved.status).toBe(200);
  await act(page, draft, "submit");
  await act(head.page, draft, "approve", { secrecy: "clear" });

  const card = leader.page;
  await card.goto(`/inbox/${draft}`);
  await expect(card.getByText("本稿更正")).toBeVisible();
  await card.getByRole("button", { name: "与已发布对比" }).tap();
  await expect(card.locator(".diff.article-body del")).toContainText("120");
  await expect(card.locator(".diff.article-body ins")).toContainText("102");
  await picture(card, "correction-card");
  await card.getByRole("button", { name: "同意", exact: true }).tap();
  await expect(card.getByText("已审发：待填录人员登记发布地址。")).toBeVisible();
  const { row } = (await call(page, "GET", `/articles/${draft}`)).body;
  await act(page, draft, "publication", { url: "https://www.example.gov.cn/a1.html", published_at: row.since });

  await page.goto(`/articles/${id}`);
  await expect(page.locator(".badge--corrected")).toHaveText(/已更正/);
  await expect(page.locator(".correction-line")).toContainText("更正稿件");
  await expect(page.getByRole("link", { name: `《${TITLE}》` })).toHaveAttribute("href", `/articles/${draft}`);
  await picture(page, "corrected");

  // The correction is withdrawn, and says what replaced it.
  await card.goto(`/articles/${draft}`);
  await card.getByRole("button", { name: "撤稿" }).tap();
  const dialog = card.getByRole("dialog", { name: "撤稿" });
  await dialog.getByLabel("撤稿理由").fill("公示期已满");
  await dialog.getByLabel("网站撤下时间").fill("2020-01-01T08:00");
  await dialog.getByRole("button", { name: "确认撤稿" }).tap();
  await expect(dialog.getByText("撤下时间不能早于发布时间。")).toBeVisible();
  const now = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 16);
  await dialog.getByLabel("网站撤下时间").fill(now);
  await dialog.getByLabel("替代内容的网址（可不填）").fill("https://www.example.gov.cn/a2.html");
  await picture(card, "withdraw-dialog");
  await dialog.getByRole("button", { name: "确认撤稿" }).tap();
  await expect(card.getByRole("link", { name: "https://www.example.gov.cn/a2.html" })).toBeVisible();
  await expect(card.getByText("公示期已满")).toBeVisible();
});
