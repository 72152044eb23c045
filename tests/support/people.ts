// People with posts: each is a browser context of its own, signed in through the sign-in page.
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import type { Account, Server } from "./server";

export const PC = { width: 1440, height: 900 };
export const TABLET = { width: 820, height: 1180 };
export const PHONE = { width: 390, height: 844 };

export interface Person {
  page: Page;
  context: BrowserContext;
  account: Account;
}

/** Opens a context, signs in and waits for 今日待办 or, for administrators, the first page they may see. */
export async function signIn(
  browser: Browser,
  server: Server,
  post: string,
  department = "",
  viewport = PC,
): Promise<Person> {
  const account = server.account(post, department);
  const context = await browser.newContext({
    baseURL: server.address,
    viewport,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    hasTouch: viewport !== PC,
  });
  const page = await context.newPage();
  await page.goto("/");
  await fillSignIn(page, account);
  await expect(page.getByRole("button", { name: "退出" })).toBeVisible();
  return { page, context, account };
}

export async function fillSignIn(page: Page, account: Account): Promise<void> {
  await page.getByLabel("登录名").fill(account.login);
  await page.getByLabel("密码", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}
