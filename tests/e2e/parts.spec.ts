// Pages come in parts: a first visit loads none of them, and one that cannot be fetched says so.
import { expect, test } from "@playwright/test";
import { signIn } from "../support/people";
import { Server } from "../support/server";

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

test("a page is fetched when it is first opened", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  const parts: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/part-")) parts.push(request.url());
  });
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "今日待办", level: 1 })).toBeVisible();
  expect(parts).toEqual([]);

  await page.getByRole("link", { name: "更新日历" }).first().click();
  await expect(page.getByRole("heading", { name: "更新日历", level: 1 })).toBeVisible();
  expect(parts.length).toBeGreaterThan(0);
  const fetched = parts.length;
  // Pages of one chunk come together.
  await page.getByRole("link", { name: "红线" }).first().click();
  await expect(page.getByRole("heading", { name: "红线", level: 1 })).toBeVisible();
  expect(parts.length).toBe(fetched);
  await context.close();
});

test("a part that cannot be fetched can be asked for again", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.route("**/part-*", (route) => route.abort());
  await page.getByRole("link", { name: "更新日历" }).first().click();
  await expect(page.getByRole("alert")).toContainText("页面没有加载成功");
  await page.unroute("**/part-*");
  await page.getByRole("button", { name: "重新加载" }).click();
  await expect(page.getByRole("heading", { name: "更新日历", level: 1 })).toBeVisible();
  await context.close();
});
