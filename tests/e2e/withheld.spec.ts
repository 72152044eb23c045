// 不予公开: filed by three people, never public, and looked at again.
import { expect, test } from "@playwright/test";
import { call } from "../support/api";
import { fillNew } from "../support/writing";
import { noSeriousViolation } from "../support/axe";
import { type Person, signIn, TABLET } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

const DEPARTMENT = "县农业农村局";
const TITLE = "耕地保护实施办法（征求意见稿）";

let server: Server;
let officer: Person;
let head: Person;
let leader: Person;
let id: number;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
  head = await signIn(browser, server, "股室领导", DEPARTMENT);
  leader = await signIn(browser, server, "分管领导", DEPARTMENT, TABLET);
});

test.afterAll(async () => {
  await Promise.all([officer, head, leader].map((person) => person?.context.close()));
  await server?.stop();
});

test("an officer chooses the basis from the list and submits what is withheld", async () => {
  const { page } = officer;
  await fillNew(page, { title: TITLE, body: "征求意见稿内容。", attribute: "不予公开" });
  await page.getByLabel("理由", { exact: true }).fill("征求意见稿，尚在讨论。");
  const basis = page.getByRole("textbox", { name: "法律依据" });
  await page.getByLabel("《政府信息公开条例》依据").selectOption({ label: "第十四条：国家秘密" });
  await expect(page.getByText("涉密信息不得录入本系统", { exact: false })).toBeVisible();
  await page.getByLabel("《政府信息公开条例》依据").selectOption({ label: "第十六条第二款：过程性信息" });
  await expect(basis).toHaveValue("《中华人民共和国政府信息公开条例》第十六条第二款（过程性信息）");
  await expect(page.getByText("涉密信息不得录入本系统", { exact: false })).toHaveCount(0);
  await picture(page, "withheld-form");
  await noSeriousViolation(page);
  await page.getByRole("button", { name: "签署初审并提交" }).click();
  await expect(page.getByText("本稿为不予公开，审发后归档，不上网发布。")).toBeVisible();
  await page.getByRole("button", { name: "确认提交" }).click();
  await expect(page.getByText("已签署初审，稿件进入审核")).toBeVisible();
  id = Number(/articles\/(\d+)/.exec(page.url())?.[1]);
});

test("the section head may find it sensitive, the leader files it", async () => {
  await head.page.goto(`/inbox/${id}`);
  await expect(head.page.getByText("征求意见稿，尚在讨论。")).toBeVisible();
  await head.page.getByLabel("涉密或敏感，不得公开").check();
  await head.page.getByRole("button", { name: "同意", exact: true }).click();
  await expect(head.page.getByText("待审发：等待分管领导审发。")).toBeVisible();

  const { page } = leader;
  await page.goto(`/inbox/${id}`);
  await picture(page, "withheld-card");
  await page.getByRole("button", { name: "同意归档" }).tap();
  await expect(page.getByText("已归档：不上网发布。")).toBeVisible();
});

test("it is found by its attribute, cannot be published, and the leader assesses it", async () => {
  const { page } = officer;
  await page.goto("/articles?attribute=withheld");
  const row = page.locator(".article-row").filter({ hasText: TITLE });
  await expect(row).toContainText("已归档");
  await expect(row).toContainText("前评估审查");
  await row.getByRole("link").click();
  await expect(page.getByRole("button", { name: "登记发布" })).toHaveCount(0);
  await expect(page.getByText("评估审查期限")).toBeVisible();
  await expect(page.getByRole("button", { name: "评估审查" })).toHaveCount(0);
  await picture(page, "withheld-filed");
  await noSeriousViolation(page);

  const tablet = leader.page;
  await tablet.goto(`/articles/${id}?act=assessment`);
  await tablet.getByRole("button", { name: "提交评估结论" }).tap();
  await expect(tablet.getByText("请选择评估结论。")).toBeVisible();
  await tablet.getByLabel("情况变化，退回重新办理").check();
  await tablet.getByLabel("评估意见").fill("办法已经印发，可以公开。");
  await picture(tablet, "withheld-assessment");
  await tablet.getByRole("button", { name: "提交评估结论" }).tap();
  await expect(tablet.getByText("评估审查已完成")).toBeVisible();

  await page.goto("/");
  await expect(page.getByText("办法已经印发，可以公开。")).toBeVisible();
  await page.goto(`/articles/${id}/edit`);
  await expect(page.getByText("情况变化，退回重新办理：办法已经印发，可以公开。")).toBeVisible();
});

test("a reprint has the attribute of the original and names its time", async () => {
  const { page } = officer;
  await fillNew(page, { title: "转载的通知", body: "内容。", attribute: "依申请公开" });
  await page.getByLabel("转载", { exact: true }).check();
  await expect(page.getByText("转载的原文已经公开，公开属性沿用原文。", { exact: false })).toBeVisible();
  await expect(page.getByLabel("依申请公开")).toHaveCount(0);
  await page.getByLabel("来源名称").fill("四川日报");
  await page.getByLabel("原文地址").fill("https://www.example.gov.cn/1.html");
  await page.getByRole("button", { name: "签署初审并提交" }).click();
  await expect(page.getByText("原文发布时间。", { exact: false }).first()).toBeVisible();
  await page.getByLabel("原文发布时间").fill("2026-03-10T08:30");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("草稿已保存")).toBeVisible();
  const own = Number(/articles\/(\d+)/.exec(page.url())?.[1]);
  const view = (await call(page, "GET", `/articles/${own}`)).body;
  expect(view.content.attribute).toBe("proactive");
  await page.goto(`/articles/${own}`);
  await expect(page.getByText("原文发布于2026年3月10日（周二）08:30", { exact: false })).toBeVisible();
});
