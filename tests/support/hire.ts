// Somebody the demonstration does not have: the account by the system administrator, the post by the security
// administrator, the password changed at the first sign-in.
import { type Browser, expect } from "@playwright/test";
import { call } from "./api";
import { fillSignIn, PC, type Person, signIn } from "./people";
import type { Server } from "./server";

export interface Newcomer {
  name: string;
  login: string;
  role: string;
  title: string;
  department_id?: number;
}

export async function hire(browser: Browser, server: Server, newcomer: Newcomer): Promise<Person> {
  const { name, login, role, title, department_id = null } = newcomer;
  const [system, security] = [
    await signIn(browser, server, "系统管理员"),
    await signIn(browser, server, "安全管理员"),
  ];
  const made = await call(system.page, "POST", "/people", { name, login });
  expect(made.status).toBe(201);
  const granted = await call(security.page, "POST", `/people/${made.body.person_id}/posts`, { role, department_id, title });
  expect(granted.status).toBeLessThan(300);
  await Promise.all([system.context.close(), security.context.close()]);

  const context = await browser.newContext({
    baseURL: server.address,
    viewport: PC,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const page = await context.newPage();
  const account = { login, password: made.body.password, name, department: "", post: title };
  await page.goto("/");
  await fillSignIn(page, account);
  const password = `${account.password}-Aa1`;
  await page.getByLabel("当前密码").fill(account.password);
  await page.getByLabel("新密码", { exact: true }).fill(password);
  await page.getByLabel("再次输入新密码").fill(password);
  await page.getByRole("button", { name: "修改密码" }).click();
  await expect(page.getByText("首次登录，请先修改密码", { exact: false })).toHaveCount(0);
  return { page, context, account: { ...account, password } };
}
