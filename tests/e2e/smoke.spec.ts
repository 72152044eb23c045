// The smallest proof that server, SPA and browser meet: / shows the sign-in page.
import { expect, test } from "@playwright/test";
import { Server } from "../support/server";

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

test("the first page is the sign-in page", async ({ page }) => {
  await page.goto(server.address);
  await expect(page.getByRole("heading", { name: "政务公开内容保障平台" })).toBeVisible();
  await expect(page.getByRole("button", { name: "登录", exact: true })).toBeVisible();
});
