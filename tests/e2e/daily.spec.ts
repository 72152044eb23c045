// What people do every day, by keyboard alone and by touch alone.
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
