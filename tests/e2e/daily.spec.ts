// What people do every day, by keyboard alone and by touch alone; and what a screen reader is told of the main views.
import { expect, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { signIn, TABLET } from "../support/people";
import { Server } from "../support/server";

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

/** Tab goes from one to the next until the one with this name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const label = element?.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : "";
      return (element?.getAttribute("aria-label") || label || element?.innerText || "").trim();
    });
    if (typeof name === "string" ? now === name : name.test(now)) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

test("an officer writes and submits an item by keyboard alone", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "填录人员", "县政府办公室");
  await page.keyboard.press("Control+K");
  await page.keyboard.type("xg");
  await expect(page.getByRole("option", { name: "写稿" })).toBeVisible();
  while ((await page.getByRole("option", { name: "写稿" }).getAttribute("aria-selected")) !== "true") {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "写稿", level: 1 })).toBeVisible();
  await tabTo(page, "标题");
  await page.keyboard.type("关于键盘填写的通知");
  await expect(page.getByLabel("标题", { exact: true })).toHaveValue("关于键盘填写的通知");
  await tabTo(page, /保存/);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/\/articles\/new$/);
  await context.close();
});

test("a leader releases what waits, by touch alone", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "分管领导", "县政府办公室", TABLET);
  await page.getByRole("link", { name: /^审核箱/ }).tap();
  await expect(page.getByRole("heading", { name: "审核箱", level: 1 })).toBeVisible();
  const before = (await call(page, "GET", "/inbox")).body.meta.total;
  expect(before).toBeGreaterThan(0);
  const first = (await call(page, "GET", "/inbox")).body.items[0];
  await page.getByRole("link", { name: first.title }).first().tap();
  const agree = page.getByRole("button", { name: "同意", exact: true });
  await expect(agree).toBeInViewport();
  const box = await agree.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
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
      - navigation "所在位置":
        - list:
          - listitem:
            - link "审核箱"
          - listitem: ${JSON.stringify(first.title)}
      - heading ${JSON.stringify(first.title)} [level=1]
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
