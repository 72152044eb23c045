// 自动保存: on the server while the network is there, in this browser while it is not.
import { expect, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { fillNew } from "../support/writing";
import { type Person, signIn } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

const DEPARTMENT = "县农业农村局";

let server: Server;
let officer: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
});

test.afterAll(async () => {
  await officer?.context.close();
  await server?.stop();
});

const status = (page: Page) => page.locator(".article-form__status");
const title = (page: Page) => page.getByLabel("标题", { exact: true });

function unsavedHere(page: Page): Promise<number> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("lanmu.unsaved.")).length);
}

async function saved(page: Page, name: string): Promise<number> {
  await fillNew(page, { title: name, body: "内容。" });
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("草稿已保存")).toBeVisible();
  return Number(/articles\/(\d+)/.exec(page.url())?.[1]);
}

test("what is typed is on the server without a new revision, and opens on another computer", async ({ browser }) => {
  const { page, account } = officer;
  const id = await saved(page, "自动保存的稿件");
  const before = (await call(page, "GET", `/articles/${id}`)).body;
  await title(page).fill("自动保存的稿件，改到一半");
  await expect(status(page)).toHaveText(/有未保存的修改|正在自动保存/);
  await expect(status(page)).toHaveText(/已自动保存 \d\d:\d\d/);
  await picture(page, "autosaved");
  // The shared computer keeps nothing once the server has it.
  expect(await unsavedHere(page)).toBe(0);
  const after = (await call(page, "GET", `/articles/${id}`)).body;
  expect(after).toEqual(before);

  const elsewhere = await signIn(browser, server, "填录人员", DEPARTMENT);
  expect(elsewhere.account.login).toBe(account.login);
  await elsewhere.page.goto(`/articles/${id}/edit`);
  await expect(title(elsewhere.page)).toHaveValue("自动保存的稿件，改到一半");
  await expect(elsewhere.page.getByText("自动保存的内容。", { exact: false })).toBeVisible();
  await picture(elsewhere.page, "autosaved-restored");
  await elsewhere.page.getByRole("button", { name: "放弃恢复的内容" }).click();
  await expect(title(elsewhere.page)).toHaveValue("自动保存的稿件");
  await expect(status(elsewhere.page)).toHaveText("已保存，第 1 版");
  await expect
    .poll(async () => (await call(page, "GET", `/working-copies/article-${id}`)).body)
    .toBeNull();
  await elsewhere.context.close();
});

test("without a network nothing is lost, over a reload too, and it is saved by itself afterwards", async () => {
  const { page, context } = officer;
  const id = await saved(page, "断网时的稿件");
  await context.setOffline(true);
  await title(page).fill("断网时改的标题");
  await expect(status(page)).toHaveText("网络中断，内容已存在本机，恢复后自动保存");
  expect(await unsavedHere(page)).toBe(1);
  await context.setOffline(false);
  await expect(status(page)).toHaveText(/已自动保存/, { timeout: 20_000 });
  expect(await unsavedHere(page)).toBe(0);

  await context.setOffline(true);
  await title(page).fill("断网后重新打开");
  await expect(status(page)).toHaveText(/网络中断/);
  await page.route("**/api/v1/working-copies/**", async (route) => {
    if (route.request().method() === "PUT") await route.abort();
    else await route.continue();
  });
  await context.setOffline(false);
  await page.goto(`/articles/${id}/edit`);
  await expect(title(page)).toHaveValue("断网后重新打开");
  // What the server has is an earlier one, and can be had instead.
  await page.getByRole("button", { name: /改用.*自动保存的内容/ }).click();
  await expect(title(page)).toHaveValue("断网时改的标题");
  await page.unroute("**/api/v1/working-copies/**");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(status(page)).toHaveText("已保存，第 2 版");
});

test("a new item is kept before its first save, and leaving at once loses nothing", async () => {
  const { page } = officer;
  await fillNew(page, { title: "还没有保存过", body: "第一段。" });
  await expect(status(page)).toHaveText(/已自动保存/);
  await title(page).fill("还没有保存过，再改几个字");
  await page.getByRole("link", { name: "今日待办" }).first().click();
  await expect.poll(() => unsavedHere(page)).toBe(0);
  await page.goto("/articles/new");
  await expect(title(page)).toHaveValue("还没有保存过，再改几个字");
  await expect(page.getByRole("textbox", { name: "正文" })).toContainText("第一段。");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await expect.poll(async () => (await call(page, "GET", "/working-copies/new-0")).body).toBeNull();
});
