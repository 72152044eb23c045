// Sessions end and connections are cut; what was typed stays.
import { expect, test } from "@playwright/test";
import { fillSignIn, type Person, signIn } from "../support/people";
import { Server } from "../support/server";
import { fillNew } from "../support/writing";

let server: Server;
let officer: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", "桐子林镇");
});

test.afterAll(async () => {
  await officer?.context.close();
  await server?.stop();
});

test("a wrong password is refused in words", async ({ page }) => {
  await page.goto(server.address);
  await fillSignIn(page, { ...officer.account, password: "wrong-Password-1" });
  await expect(page.getByRole("alert").getByText("登录名或密码不正确。")).toBeVisible();
});

test("who is not signed in comes to the address that was asked for", async ({ page }) => {
  await page.goto(`${server.address}/articles?state=draft`);
  await fillSignIn(page, officer.account);
  await expect(page.getByRole("heading", { name: "稿件" })).toBeVisible();
  expect(new URL(page.url()).search).toBe("?state=draft");
});

test("an expired session asks for the password and loses nothing", async () => {
  const { page, context } = officer;
  await fillNew(page, { title: "登录过期时的稿件", body: "正在写的内容。" });
  await context.clearCookies();
  await page.getByRole("button", { name: "保存草稿" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("登录已过期")).toBeVisible();
  await fillSignIn(page, officer.account);
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel("标题", { exact: true })).toHaveValue("登录过期时的稿件");
  await expect(page.getByRole("textbox", { name: "正文" })).toHaveText("正在写的内容。");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("草稿已保存")).toBeVisible();
});

test("a cut connection loses no text, not even by a reload", async () => {
  const { page, context } = officer;
  await fillNew(page, { title: "断网时的稿件", body: "断网时写的内容。" });
  await context.setOffline(true);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByRole("alert").getByText("网络连接中断", { exact: false }).first()).toBeVisible();
  await page.getByRole("textbox", { name: "正文" }).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("再加一句。");
  await page.waitForTimeout(800);
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText(/已恢复您.*的内容/)).toBeVisible();
  await expect(page.getByLabel("标题", { exact: true })).toHaveValue("断网时的稿件");
  await expect(page.getByRole("textbox", { name: "正文" })).toHaveText("断网时写的内容。再加一句。");
});
