// What a first visit loads and asks for; pages come in parts, and one that cannot be fetched says so.
import { expect, test } from "@playwright/test";
import { hold } from "../support/hold";
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

for (const [path, title, api] of [
  ["/", "今日待办", "/api/v1/today"],
  ["/inbox", "审核箱", "/api/v1/inbox"],
]) {
  test(`${title} is asked for before it is known who is signed in, and once`, async ({ browser }) => {
    const { page, context } = await signIn(browser, server, "股室领导", "县政府办公室");
    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith("/api/")) asked.push(pathname + search);
    });
    const release = await hold(page, "**/api/v1/session");
    await page.goto(path);
    await expect.poll(() => asked).toContain(api);
    release();
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
    await expect(page.locator(".loading")).toHaveCount(0);
    await page.waitForLoadState("networkidle");
    expect(asked.filter((path) => path === api)).toHaveLength(1);
    expect(asked.filter((path) => path === "/api/v1/session")).toHaveLength(1);

    // What changes is asked for as ever.
    await page.getByRole("link", { name: "更新日历" }).first().click();
    await expect(page.getByRole("heading", { name: "更新日历", level: 1 })).toBeVisible();
    await page.getByRole("link", { name: title }).first().click();
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
    await expect.poll(() => asked.filter((path) => path === api).length).toBe(2);
    await context.close();
  });
}
