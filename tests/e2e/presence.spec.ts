// Two people in one draft are warned of each other, and of what the other saved.
import { expect, test } from "@playwright/test";
import { call } from "../support/api";
import { type Person, signIn } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

const DEPARTMENT = "县农业农村局";

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

test("another officer in the same draft is named, and what was saved elsewhere is told", async () => {
  const { page } = officer;
  const departments = await call(page, "GET", "/departments");
  const departmentId = departments.body.find((d: { name: string }) => d.name === DEPARTMENT).id;
  await page.goto("/articles/new");
  const option = page.getByLabel("拟发布栏目").locator("option").nth(1);
  const content = {
    title: "秋收工作安排",
    document_number: "",
    column_id: Number(await option.getAttribute("value")),
    source: { kind: "original" },
    body: "<p>请各单位做好安排。</p>",
    attribute: "proactive",
    attribute_reason: "",
    legal_basis: "",
  };
  const created = await call(page, "POST", "/articles", { department_id: departmentId, content });
  const { id } = created.body.row;
  // The department of the demonstration has one officer: the other one is in the answer alone.
  const other = { name: "演示·王某", post: "县农业农村局填录人员", since: "2026-11-24T09:05:00+08:00" };
  let own: unknown;
  let here = [other];
  await page.route(/\/articles\/\d+\/presence$/, async (route) => {
    const answer = await route.fetch();
    own = await answer.json();
    await route.fulfill({ response: answer, json: here });
  });
  await page.goto(`/articles/${id}/edit`);
  await expect(page.getByText("演示·王某（县农业农村局填录人员）自2026年11月24日（周二）09:05起也在编辑此稿", { exact: false })).toBeVisible();
  expect(own, "nobody else is really here").toEqual([]);
  await picture(page, "two-in-one-draft");

  // Somebody saved another version: what is typed here stays, and is not saved over it.
  await page.getByLabel("标题").fill("秋收工作安排（补充）");
  await page.route(new RegExp(`/articles/${id}$`), async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    const answer = await route.fetch();
    const view = await answer.json();
    view.last_change.changed_by = "演示·王某";
    await route.fulfill({ response: answer, json: view });
  });
  const seen = created.body;
  const saved = await call(page, "PUT", `/articles/${id}`, { version: seen.version, content: { ...content, title: "秋收" } });
  expect(saved.status).toBe(200);
  await expect(page.getByRole("alert").filter({ hasText: "演示·王某" })).toContainText("修改了内容", { timeout: 15_000 });
  await expect(page.getByLabel("标题")).toHaveValue("秋收工作安排（补充）");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("请刷新后查看最新情况", { exact: false })).toBeVisible();
  await expect(page.getByLabel("标题")).toHaveValue("秋收工作安排（补充）");
  here = [];
});
