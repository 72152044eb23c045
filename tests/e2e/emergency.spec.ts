// 紧急发布: a leader on a tablet releases at once, the coordinator sees it, somebody else reviews it.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { PC, PHONE, type Person, signIn, TABLET } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

const DEPARTMENT = "县农业农村局";
const TITLE = "关于防范山洪灾害的紧急提示";

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

async function item(title: string): Promise<number> {
  const departments = await call(officer.page, "GET", "/departments");
  const departmentId = departments.body.find((d: { name: string }) => d.name === DEPARTMENT).id;
  await officer.page.goto("/articles/new");
  const option = officer.page.getByLabel("拟发布栏目").locator("option").nth(1);
  const content = {
    title,
    document_number: "",
    column_id: Number(await option.getAttribute("value")),
    source: { kind: "original" },
    body: "<p>请沿河居民注意避险。</p>",
    attribute: "proactive",
    attribute_reason: "",
    legal_basis: "",
  };
  const created = await call(officer.page, "POST", "/articles", { department_id: departmentId, content });
  expect(created.status, JSON.stringify(created.body)).toBe(201);
  const { row, version } = created.body;
  expect((await call(officer.page, "POST", `/articles/${row.id}/submit`, { version })).status).toBe(200);
  return row.id;
}

const accessible = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
  expect(serious.map((v) => [v.id, v.nodes.map((n) => n.html)])).toEqual([]);
};

const fits = async (page: Page) => {
  const aside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(aside, "does not scroll sideways").toBeLessThanOrEqual(0);
};

test("released by the leader, seen by the coordinator, reviewed by the section head", async ({ browser }) => {
  const id = await item(TITLE);
  const leader = await signIn(browser, server, "分管领导", DEPARTMENT, TABLET);
  const { page } = leader;
  await page.goto(`/articles/${id}`);
  await page.getByRole("button", { name: "紧急发布" }).tap();
  const dialog = page.getByRole("dialog", { name: "紧急发布" });
  await dialog.getByRole("button", { name: "确认紧急发布" }).tap();
  await expect(dialog.getByText("请填写原因。")).toBeVisible();
  await dialog.getByLabel("紧急发布理由").fill("山洪灾害预警须立即发布");
  await accessible(page);
  await picture(page, "emergency-ask");
  await dialog.getByRole("button", { name: "确认紧急发布" }).tap();
  const note = page.getByRole("region", { name: "紧急发布" });
  await expect(note).toContainText("待事后审核");
  await expect(note).toContainText("山洪灾害预警须立即发布");
  await expect(page.locator(".badge--emergency")).toHaveText(/紧急/);
  await fits(page);
  await accessible(page);
  await picture(page, "emergency-released");
  // Whoever released it does not review it.
  await expect(page.getByRole("button", { name: "事后审核" })).toHaveCount(0);

  await officer.page.goto(`/articles/${id}?act=publication`);
  await officer.page.getByLabel("发布地址").fill("https://www.example.gov.cn/t9.html");
  await officer.page.getByRole("button", { name: "确认登记" }).click();
  await expect(officer.page.locator(".badge--published")).toBeVisible();
  await officer.page.goto("/articles");
  await expect(officer.page.getByRole("listitem").filter({ hasText: TITLE })).toContainText("紧急");

  const coordinator = await signIn(browser, server, "协调人", "", PC);
  const office = coordinator.page;
  await expect(office.getByRole("listitem").filter({ hasText: TITLE })).toContainText("待事后审核");
  await office.getByRole("link", { name: "紧急发布" }).click();
  await expect(office.getByRole("listitem").filter({ hasText: TITLE })).toContainText("待事后审核");
  await expect(office.getByText(/紧急发布 1 件，全部审发（含紧急发布）\d+ 件，占 \d+%/)).toBeVisible();
  await office.getByLabel("状态").selectOption("upheld");
  await expect(office.getByText("没有符合条件的紧急发布")).toBeVisible();
  await expect(office).toHaveURL(/status=upheld/);
  const file = office.waitForEvent("download");
  await office.getByRole("link", { name: "导出 CSV" }).click();
  expect((await file).suggestedFilename()).toContain("紧急发布");
  await office.getByLabel("状态").selectOption("");
  await accessible(office);
  await picture(office, "emergencies");

  // A day later it is red: the same answer, with the time passed.
  await office.route(/\/api\/v1\/emergencies(\?|$)/, async (route) => {
    const answer = await route.fetch();
    const page = await answer.json();
    for (const row of page.items) {
      row.status = "overdue";
      row.due = "2026-01-01T00:00:00+08:00";
    }
    await route.fulfill({ response: answer, json: page });
  });
  await office.goto("/emergencies");
  const late = office.getByRole("listitem").filter({ hasText: TITLE });
  await expect(late).toContainText("超时未审核");
  await expect(late).toHaveCSS("border-left-width", "4px");
  await accessible(office);
  await picture(office, "emergencies-overdue");
  await office.setViewportSize(PHONE);
  await fits(office);
  await picture(office, "emergencies-phone");

  const head = await signIn(browser, server, "股室领导", DEPARTMENT, PC);
  await head.page.getByRole("listitem").filter({ hasText: TITLE }).getByRole("link").click();
  const review = head.page.getByRole("dialog", { name: "事后审核" });
  await review.getByRole("button", { name: "提交审核结论" }).click();
  await expect(review.getByText("请选择审核结论。")).toBeVisible();
  await review.getByLabel("责令撤稿").check();
  await review.getByRole("button", { name: "提交审核结论" }).click();
  await expect(review.getByText("请填写原因。")).toBeVisible();
  await review.getByLabel("维持发布").check();
  await accessible(head.page);
  await picture(head.page, "emergency-review");
  await review.getByRole("button", { name: "提交审核结论" }).click();
  await expect(head.page.getByRole("region", { name: "紧急发布" })).toContainText("已事后审核");

  // The leader's open page follows without reloading.
  await expect(note).toContainText("已事后审核", { timeout: 15_000 });
  await Promise.all([leader, coordinator, head].map((person) => person.context.close()));
});
