// The daily job of each post, by keyboard alone and by touch alone; the officer's by keyboard and the leader's by touch
// are in daily.spec.ts.
import { type Browser, expect, test } from "@playwright/test";
import { tabTo } from "../support/keyboard";
import { signIn, TABLET } from "../support/people";
import { Server } from "../support/server";
import { writeAndSubmit } from "../support/writing";

const DEPARTMENT = "县农业农村局";

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

/** An item that waits for the section head. */
async function submitted(browser: Browser, title: string): Promise<void> {
  const officer = await signIn(browser, server, "填录人员", DEPARTMENT);
  await writeAndSubmit(officer.page, { title, body: "全县秋收工作平稳有序。" });
  await officer.context.close();
}

test("a section head and a leader review by keyboard alone", async ({ browser }) => {
  const title = "用键盘审核的稿件";
  await submitted(browser, title);
  for (const { post, done } of [
    { post: "股室领导", done: "待审发" },
    { post: "分管领导", done: "已审发" },
  ]) {
    const { page, context } = await signIn(browser, server, post, DEPARTMENT);
    await tabTo(page, /^审核箱/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: title })).toBeVisible();
    await tabTo(page, title);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
    if (post === "股室领导") {
      await tabTo(page, "不涉密，可以公开");
      await page.keyboard.press("Space");
    }
    await tabTo(page, "同意");
    await page.keyboard.press("Enter");
    await expect(page.getByText(done).first()).toBeVisible();
    await context.close();
  }
});

test("a coordinator looks for what is overdue and writes down an address by keyboard alone", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await tabTo(page, "责任矩阵");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "责任矩阵", level: 1 })).toBeVisible();
  await tabTo(page, "责任表核查");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "责任表核查", level: 1 })).toBeVisible();
  await tabTo(page, /地址\s*\d+$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/kind=no_address/);
  await tabTo(page, /登记地址/);
  await page.keyboard.press("Enter");
  await tabTo(page, "登记栏目地址");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "登记栏目地址" });
  await expect(dialog).toBeVisible();
  // The dialog has put the focus into its first field.
  await expect(dialog.getByLabel("栏目地址")).toBeFocused();
  await page.keyboard.type("https://www.example.gov.cn/jp/");
  await tabTo(page, "登记");
  await page.keyboard.press("Enter");
  const link = page.getByRole("link", { name: "https://www.example.gov.cn/jp/" });
  await expect(link).toBeVisible();
  await tabTo(page, "撤销");
  await page.keyboard.press("Enter");
  await expect(link).toHaveCount(0);
  await context.close();
});

test("the administrators back up, make an account, grant a post and verify the ledger by keyboard alone", async ({ browser }) => {
  const system = await signIn(browser, server, "系统管理员");
  await tabTo(system.page, "数据备份");
  await system.page.keyboard.press("Enter");
  await tabTo(system.page, "立即备份");
  await system.page.keyboard.press("Enter");
  await expect(system.page.getByText("检查通过").first()).toBeVisible();
  await tabTo(system.page, "人员与岗位");
  await system.page.keyboard.press("Enter");
  await expect(system.page.getByRole("heading", { name: "人员与岗位", level: 1 })).toBeVisible();
  await tabTo(system.page, "新建人员");
  await system.page.keyboard.press("Enter");
  await expect(system.page.getByRole("dialog", { name: "新建人员" })).toBeVisible();
  await expect(system.page.getByLabel("姓名", { exact: true })).toBeFocused();
  await system.page.keyboard.type("测试人员甲");
  await system.page.keyboard.press("Tab");
  await system.page.keyboard.type("ceshi-jia");
  await system.page.keyboard.press("Enter");
  await expect(system.page.getByText("测试人员甲").first()).toBeVisible();
  await tabTo(system.page, "我已记下");
  await system.page.keyboard.press("Enter");
  await expect(system.page.getByRole("dialog")).toHaveCount(0);
  await system.context.close();

  const security = await signIn(browser, server, "安全管理员");
  await tabTo(security.page, "人员与岗位");
  await security.page.keyboard.press("Enter");
  await tabTo(security.page, "姓名或登录名");
  await security.page.keyboard.type("ceshi-jia");
  await security.page.keyboard.press("Enter");
  await expect(security.page.getByRole("button", { name: "授予岗位" })).toHaveCount(1);
  await tabTo(security.page, "授予岗位");
  await security.page.keyboard.press("Enter");
  await expect(security.page.getByRole("dialog").getByLabel("岗位", { exact: true })).toBeFocused();
  await security.page.keyboard.press("Tab");
  await security.page.keyboard.press("ArrowDown");
  await security.page.keyboard.press("Tab");
  await security.page.keyboard.type("信息员");
  await security.page.keyboard.press("Enter");
  await expect(security.page.getByText("岗位已授予")).toBeVisible();
  await expect(security.page.getByText("信息员").first()).toBeVisible();
  await security.context.close();

  const auditor = await signIn(browser, server, "审计管理员");
  await tabTo(auditor.page, "台账");
  await auditor.page.keyboard.press("Enter");
  await tabTo(auditor.page, "台账核验");
  await auditor.page.keyboard.press("Enter");
  await tabTo(auditor.page, "校验台账");
  await auditor.page.keyboard.press("Enter");
  await expect(auditor.page.getByText("校验通过，共", { exact: false })).toBeVisible();
  await auditor.context.close();
});

test("an officer writes and a section head reviews by touch alone", async ({ browser }) => {
  const title = "用触摸填报的稿件";
  const officer = await signIn(browser, server, "填录人员", DEPARTMENT, TABLET);
  await officer.page.getByRole("link", { name: "去填报" }).first().tap();
  await officer.page.getByLabel("标题", { exact: true }).tap();
  await officer.page.keyboard.type(title);
  await officer.page.getByRole("textbox", { name: "正文" }).tap();
  await officer.page.keyboard.type("全部用触摸填写。");
  await officer.page.getByRole("radio", { name: "主动公开" }).tap();
  await officer.page.getByRole("button", { name: "签署初审并提交" }).tap();
  await officer.page.getByRole("dialog").getByRole("button", { name: "确认提交" }).tap();
  await expect(officer.page.getByText("待审核").first()).toBeVisible();
  await officer.context.close();

  const head = await signIn(browser, server, "股室领导", DEPARTMENT, TABLET);
  await head.page.getByRole("link", { name: /^审核箱/ }).tap();
  await head.page.getByRole("link", { name: title }).tap();
  await head.page.getByRole("radio", { name: "不涉密，可以公开" }).tap();
  await head.page.getByRole("button", { name: "同意", exact: true }).tap();
  await expect(head.page.getByText("待审发").first()).toBeVisible();
  await head.context.close();
});

test("a coordinator finds a column and opens its duty by touch alone", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人", "", TABLET);
  await page.getByRole("link", { name: "责任矩阵" }).first().tap();
  const search = page.getByRole("searchbox").first();
  await search.tap();
  await page.keyboard.type("乡村振兴");
  await expect(page.getByText("显示 19 项")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "县乡村振兴局" }).first();
  await expect(row).toBeVisible();
  await row.getByRole("link").first().tap();
  await expect(page).toHaveURL(/\/matrix\/duties\/\d+/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("信息公开指南");
  await context.close();
});

test("the administrators do their daily job by touch alone", async ({ browser }) => {
  const system = await signIn(browser, server, "系统管理员", "", TABLET);
  await system.page.getByRole("link", { name: "数据备份" }).tap();
  await system.page.getByRole("button", { name: "立即备份" }).tap();
  await expect(system.page.getByText("检查通过").first()).toBeVisible();
  await system.page.getByRole("link", { name: "人员与岗位" }).tap();
  await system.page.getByRole("button", { name: "新建人员" }).tap();
  await system.page.getByLabel("姓名", { exact: true }).tap();
  await system.page.keyboard.type("测试人员乙");
  await system.page.getByLabel("登录名", { exact: true }).tap();
  await system.page.keyboard.type("ceshi-yi");
  await system.page.getByRole("dialog").getByRole("button", { name: "新建", exact: true }).tap();
  await system.page.getByRole("button", { name: "我已记下" }).tap();
  await expect(system.page.getByText("测试人员乙").first()).toBeVisible();
  await system.context.close();

  const security = await signIn(browser, server, "安全管理员", "", TABLET);
  await security.page.getByRole("link", { name: "人员与岗位" }).tap();
  await security.page.getByLabel("姓名或登录名").tap();
  await security.page.keyboard.type("ceshi-yi");
  await security.page.getByRole("button", { name: "查询" }).tap();
  await expect(security.page.getByRole("button", { name: "授予岗位" })).toHaveCount(1);
  await security.page.getByRole("button", { name: "授予岗位" }).tap();
  // What a tablet opens for a choice is the system's own: the choice itself cannot be tapped here.
  await security.page.getByRole("dialog").getByLabel("部门").selectOption({ label: DEPARTMENT });
  await security.page.getByLabel("职务").tap();
  await security.page.keyboard.type("信息员");
  await security.page.getByRole("dialog").getByRole("button", { name: "授予", exact: true }).tap();
  await expect(security.page.getByText("岗位已授予")).toBeVisible();
  await security.context.close();

  const auditor = await signIn(browser, server, "审计管理员", "", TABLET);
  await auditor.page.getByRole("link", { name: "台账" }).first().tap();
  await auditor.page.getByRole("link", { name: "台账核验" }).first().tap();
  await auditor.page.getByRole("button", { name: "校验台账" }).tap();
  await expect(auditor.page.getByText("校验通过，共", { exact: false })).toBeVisible();
  await auditor.context.close();
});
