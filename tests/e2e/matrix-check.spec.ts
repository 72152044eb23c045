// 责任表核查: the coordinator sees what the table leaves open, and mends it from there.
import { expect, type Locator, test } from "@playwright/test";
import { noSeriousViolation } from "../support/axe";
import { type Person, signIn } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

// Everything is judged anew after every change, which takes its time on a busy machine.
const ARRIVED = { timeout: 60_000 };

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

/** Follows a row's link, opens the dialog and makes the change that `fill` filled in. */
async function mend(kind: string, row: RegExp, button: string, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  const { page } = coordinator;
  await page.goto(`/matrix/check?kind=${kind}`);
  const table = page.getByRole("table", { name: "责任表核查" });
  const open = table.getByRole("row").filter({ hasText: row });
  await expect(open).toHaveCount(1, ARRIVED);
  await open.getByRole("link").click();
  await page.getByRole("button", { name: button }).click();
  const dialog = page.getByRole("dialog", { name: button });
  await fill(dialog);
  await dialog.getByRole("button", { name: "预览影响" }).click();
  await dialog.getByRole("button", { name: /^确认/ }).click(ARRIVED);
  await expect(dialog).toBeHidden(ARRIVED);
  await page.goto(`/matrix/check?kind=${kind}`);
  await expect(page.getByRole("group", { name: "按类别筛选" })).toBeVisible(ARRIVED);
  await expect(table.getByRole("row").filter({ hasText: row })).toHaveCount(0);
}

const requirement = async (dialog: Locator) => {
  await dialog.getByLabel("依据").fill("县政府办公室2026年政务公开工作要点");
  await dialog.getByLabel("设定原因").fill("补定更新要求");
};

test("every kind is mended where its row leads to", async () => {
  test.setTimeout(240_000);
  const confirmed = async (dialog: Locator) => dialog.getByLabel("调整原因").fill("名称已核对");
  await mend("no_owner", /不动产登记/, "调整责任部门", async (dialog) => {
    await dialog.getByLabel("县自然资源和规划局").check();
    await confirmed(dialog);
  });
  // Right under another name, or named twice: confirmed as it is.
  await mend("name_conflict", /在线访谈/, "调整责任部门", confirmed);
  await mend("owner_overlap", /财政绩效评估信息专栏/, "调整责任部门", confirmed);
  await mend("no_rule", /友情链接/, "设定更新要求", requirement);
  await mend("rule_conflict", /法规公文 \/ 县委文件/, "设定更新要求", requirement);
  // People are the security administrator's; who is missing and who was named stands in the roster.
  const { page } = coordinator;
  await page.goto("/matrix/check?kind=no_staff");
  await page.getByRole("table", { name: "责任表核查" }).getByRole("link", { name: /查看工作机构/ }).first().click();
  await expect(page).toHaveURL(/\/roster\/\d+$/);
  await expect(page.getByText("三审岗位空缺", { exact: false })).toBeVisible();
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
