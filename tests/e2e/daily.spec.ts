// What people do every day, by keyboard alone and by touch alone; and what a screen reader is told of the main views.
import { expect, test } from "@playwright/test";
import { call } from "../support/api";
import { tabTo } from "../support/keyboard";
import { signIn, TABLET } from "../support/people";
import { Server } from "../support/server";

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

test("an officer writes and submits an item by keyboard alone", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "填录人员", "县农业农村局");
  await expect(page.getByRole("link", { name: "去填报" }).first()).toBeVisible();
  await tabTo(page, "去填报");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("标题", { exact: true })).toBeVisible();
  await tabTo(page, "标题");
  await page.keyboard.type("关于键盘填写的通知");
  await tabTo(page, "正文", "textbox");
  await page.keyboard.type("全部用键盘填写。");
  await tabTo(page, "主动公开");
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: "主动公开" })).toBeChecked();
  await tabTo(page, "保存草稿");
  await page.keyboard.press("Enter");
  await expect(page.getByText("已保存", { exact: false }).first()).toBeVisible();
  await tabTo(page, "签署初审并提交");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await tabTo(page, "确认提交");
  await page.keyboard.press("Enter");
  await expect(page.getByText("待审核").first()).toBeVisible();
  await context.close();
});

test("a leader releases what waits, by touch alone", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "分管领导", "县财政局", TABLET);
  await page.getByRole("link", { name: /^审核箱/ }).tap();
  await expect(page.getByRole("heading", { name: "审核箱", level: 1 })).toBeVisible();
  const first = (await call(page, "GET", "/inbox")).body.items[0];
  await page.getByRole("link", { name: first.title }).first().tap();
  const agree = page.getByRole("button", { name: "同意", exact: true });
  await expect(agree).toBeInViewport({ ratio: 1 });
  const box = await agree.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await agree.tap();
  await expect(page.getByText("已审发").first()).toBeVisible();
  await context.close();
});

test("a screen reader is told what the main views are", async ({ browser }) => {
  const officer = await signIn(browser, server, "填录人员", "县政府办公室");
  await expect(officer.page.getByRole("banner")).toMatchAriaSnapshot(`
    - banner:
      - link /政务公开内容保障平台/
      - button "搜索"
      - link /^消息/
      - button "显示"
      - button "退出"
  `);
  await expect(officer.page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "今日待办" [level=1]
      - list:
        - listitem
  `);
  await officer.context.close();

  const head = await signIn(browser, server, "股室领导", "县政府办公室");
  await head.page.goto("/inbox");
  await expect(head.page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "审核箱" [level=1]
  `);
  const first = (await call(head.page, "GET", "/inbox")).body.items[0];
  await head.page.goto(`/inbox/${first.id}`);
  await expect(head.page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - article:
        - navigation "所在位置":
          - list:
            - listitem:
              - link "审核箱"
            - listitem: ${JSON.stringify(first.title)}
        - heading ${JSON.stringify(first.title)} [level=1]
        - group "查看方式":
          - button "全文" [pressed]
        - region "稿件内容"
        - group "审核决定":
          - group "保密审查结论":
            - radio "不涉密，可以公开"
            - radio "涉密或敏感，不得公开"
          - textbox "审核意见（可不填）"
          - button "退回"
          - button "同意"
  `);
  await head.context.close();

  const coordinator = await signIn(browser, server, "协调人");
  await coordinator.page.goto("/matrix?q=旅游");
  await expect(coordinator.page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "责任矩阵" [level=1]
      - group "导出":
        - link "导出 XLSX"
        - link "导出 CSV"
  `);
  await coordinator.context.close();
});
