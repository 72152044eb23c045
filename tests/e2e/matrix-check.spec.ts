// 责任表核查: the coordinator sees what the table leaves open, and mends it from there.
import { expect, test } from "@playwright/test";
import { noSeriousViolation } from "../support/axe";
import { type Person, signIn } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

let server: Server;
let coordinator: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  coordinator = await signIn(browser, server, "协调人");
});

test.afterAll(async () => {
  await coordinator?.context.close();
  await server?.stop();
});

test("each kind is counted, chosen by a press, and kept in the address", async () => {
  const { page } = coordinator;
  await page.goto("/matrix");
  await page.getByRole("link", { name: "责任表核查" }).click();
  const kinds = page.getByRole("group", { name: "按类别筛选" });
  await expect(kinds.getByRole("button", { name: /无责任部门/ })).toHaveText("无责任部门2");
  await kinds.getByRole("button", { name: /部门名称不一致/ }).click();
  await expect(page).toHaveURL(/kind=name_conflict/);
  const table = page.getByRole("table", { name: "责任表核查" });
  await expect(table.getByRole("row")).toHaveCount(4);
  await expect(table).toContainText("县自然资源规划和林业局");
  await page.reload();
  await expect(table.getByRole("row")).toHaveCount(4);
  await picture(page, "matrix-check");
  await noSeriousViolation(page);
});

test("a row leads to where it is mended, and is gone then", async () => {
  const { page } = coordinator;
  await page.goto("/matrix/check?kind=no_address");
  const table = page.getByRole("table", { name: "责任表核查" });
  await expect(table).toBeVisible();
  const before = await table.getByRole("row").count();
  await table.getByRole("link", { name: /登记地址/ }).first().click();
  await page.getByRole("button", { name: "登记栏目地址" }).click();
  const dialog = page.getByRole("dialog", { name: "登记栏目地址" });
  await dialog.getByLabel("栏目地址").fill("www.example.gov.cn");
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await expect(dialog).toContainText("请填写以 http:// 或者 https:// 开头的完整地址。");
  await dialog.getByLabel("栏目地址").fill("https://www.example.gov.cn/zjyb/");
  await picture(page, "column-address");
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("link", { name: "https://www.example.gov.cn/zjyb/" })).toBeVisible();
  await page.goto("/matrix/check?kind=no_address");
  await expect(table.getByRole("row")).toHaveCount(before - 1);
});

test("it fits a telephone", async () => {
  const { page } = coordinator;
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("/matrix/check");
  await expect(page.getByRole("table", { name: "责任表核查" })).toBeVisible();
  const sideways = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await page.evaluate(sideways)).toBe(false);
  await picture(page, "matrix-check-phone");
});

test("a department is found by the initials of its name", async () => {
  const { page } = coordinator;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/matrix");
  await page.getByLabel("关键词").fill("xczj czyjs");
  await expect(page.getByText(/^显示 \d+ 项$/)).not.toHaveText("显示 642 项");
  const table = page.getByRole("table", { name: "责任矩阵" });
  await expect(table.getByText("财政预决算", { exact: false }).first()).toBeVisible();
  await expect(table.getByText("历史沿革")).toBeHidden();
});
