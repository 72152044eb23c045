// 帮助: the manual, opened where one is.
import { expect, test } from "@playwright/test";
import { noSeriousViolation } from "../support/axe";
import { PHONE, signIn } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

test("the help opens beside the page, at the section for it", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "填录人员", "县财政局");
  await page.goto("/articles/new");
  const opening = context.waitForEvent("page");
  await page.getByRole("link", { name: "帮助" }).click();
  const help = await opening;
  await expect(help.getByRole("heading", { name: "使用手册", level: 1 })).toBeVisible();
  await expect(help.getByRole("heading", { name: "填录人员", level: 2 })).toBeVisible();
  const section = help.getByRole("heading", { name: "写稿", level: 3 });
  await expect(section).toBeInViewport();
  await picture(help, "help");
  await noSeriousViolation(help);
  const shown = help.getByRole("img", { name: "稿件编辑" });
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  // The page that was left is as it was.
  await expect(page.getByLabel("拟发布栏目")).toBeVisible();
  await context.close();
});

test("without a section it opens at the chapter of one's post, and fits a telephone", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "分管领导", "县农业农村局", PHONE);
  await page.goto("/help");
  await expect(page.getByRole("heading", { name: "分管领导", level: 2 })).toBeVisible();
  await page.getByRole("navigation", { name: "手册目录" }).getByRole("link", { name: "审计管理员" }).click();
  await expect(page.getByRole("heading", { name: "台账核验", level: 3 })).toBeVisible();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  await context.close();
});
