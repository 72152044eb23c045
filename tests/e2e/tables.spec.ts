// The one table: sorted by its heads, columns remembered, rows chosen, cards on a telephone; what was done is taken back, and
// a file on its way can be stopped.
import { expect, type Page, test } from "@playwright/test";
import { hold } from "../support/hold";
import { PC, PHONE, signIn, TABLET } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

/** What stands in the cells that name the rows. */
async function names(page: Page): Promise<string[]> {
  return page.getByRole("rowheader").allTextContents();
}

async function fits(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBe(0);
}

test("a table is sorted by pinyin from the keyboard, and a link keeps the order", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/roster");
  const head = page.getByRole("columnheader", { name: "部门" });
  await expect(head).toHaveAttribute("aria-sort", "none");
  const before = await names(page);
  await head.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(page).toHaveURL(/[?&]sort=department/);
  const sorted = [...before].sort((a, b) => a.localeCompare(b, "zh-CN"));
  expect(sorted).not.toEqual(before);
  expect(await names(page)).toEqual(sorted);

  await page.reload();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  expect(await names(page)).toEqual(sorted);
  await head.getByRole("button").press("Enter");
  await head.getByRole("button").press("Enter");
  await expect(page).not.toHaveURL(/sort=/);
  expect(await names(page)).toEqual(before);
  await context.close();
});

test("columns that were put away stay away, and Escape closes the choice", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/ledger");
  const hash = page.getByRole("columnheader", { name: "校验值" });
  await expect(hash).toBeVisible();
  await page.getByText("显示列", { exact: true }).first().click();
  const box = page.getByRole("checkbox", { name: "校验值" });
  await box.uncheck();
  await expect(hash).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();
  // Lines that come a page at a time are not sorted here.
  await expect(page.getByRole("columnheader", { name: "时间" }).getByRole("button")).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "说明" })).toBeVisible();
  await expect(hash).toHaveCount(0);
  await context.close();
});

test("on a telephone a row is a card, and the order is a choice", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人", "", PHONE);
  await page.goto("/roster");
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await expect(page.getByRole("columnheader")).toHaveCount(0);
  await page.getByLabel("排序").selectOption({ label: "部门（降序）" });
  await expect(page).toHaveURL(/sort=-department/);
  const shown = await names(page);
  expect(shown).toEqual([...shown].sort((a, b) => b.localeCompare(a, "zh-CN")));
  await context.close();
});

test("what was kept in a list is taken back from the line that says so", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.clock.install();
  await page.goto("/terms");
  await page.getByLabel("域名", { exact: true }).fill("example.net");
  await page.getByLabel("网站名称和理由").fill("某行业网站");
  await page.getByRole("button", { name: "新增域名" }).click();
  const said = page.locator(".toast", { hasText: "域名已新增" });
  await expect(said).toBeVisible();
  await expect(page.locator(".toasts")).toHaveAttribute("role", "status");
  await picture(page, "parts-toast");

  // It stays while it has the focus, longer than it is shown otherwise.
  await said.getByRole("button", { name: "撤销" }).focus();
  await page.clock.runFor(20_000);
  await expect(said).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator(".toast", { hasText: "已撤销刚才的操作" })).toBeVisible();
  await expect(page.getByText("某行业网站")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await context.close();
});

test("a term that was changed or retired comes back as it was", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/terms");
  await page.getByRole("button", { name: "新增用语" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("错误用语").fill("旧称局");
  await dialog.getByLabel("正确用语").fill("新称局");
  await dialog.getByRole("button", { name: "保存用语" }).click();
  await expect(page.getByText("错敏词（1 条）")).toBeVisible();

  await page.getByRole("button", { name: /修改\s*旧称局/ }).click();
  await dialog.getByLabel("正确用语").fill("另称局");
  await dialog.getByRole("button", { name: "保存用语" }).click();
  await expect(page.getByText("另称局")).toBeVisible();
  await page.locator(".toast", { hasText: "用语已修改" }).getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText("新称局")).toBeVisible();

  await page.getByRole("button", { name: /停用\s*旧称局/ }).click();
  await dialog.getByRole("button", { name: "确认停用" }).click();
  await expect(page.getByText("尚未登记用语")).toBeVisible();
  await page.locator(".toast", { hasText: "用语已停用" }).getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText("新称局")).toBeVisible();
  await context.close();
});

test("of what is said the latest two lines are shown", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/terms");
  const said = page.locator(".toast", { hasText: "已撤销刚才的操作" });
  for (const domain of ["one.example.net", "two.example.net", "three.example.net"]) {
    await page.getByLabel("域名", { exact: true }).fill(domain);
    await page.getByLabel("网站名称和理由").fill("某行业网站");
    await page.getByRole("button", { name: "新增域名" }).click();
    const added = page.locator(".toast", { hasText: "域名已新增" });
    await added.getByRole("button", { name: "撤销" }).click();
    await expect(page.getByText(domain)).toHaveCount(0);
    await expect(said.last()).toBeVisible();
    expect(await said.count()).toBeLessThanOrEqual(2);
  }
  await context.close();
});

test("a file that is compared can be stopped on its way, and what is wrong with it is said", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/matrix/annex");
  const choose = page.locator("input[type=file]");
  const release = await hold(page, "**/api/v1/matrix/annex/compare*");
  const file = { name: "分工表.csv", mimeType: "text/csv", buffer: Buffer.from("不是分工表\n") };
  await choose.setInputFiles(file);
  await expect(page.getByRole("progressbar", { name: "上传进度" })).toBeVisible();
  await page.getByRole("button", { name: "取消上传" }).click();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "选择分工表文件" })).toBeVisible();
  release();
  await page.unroute("**/api/v1/matrix/annex/compare*");
  await choose.setInputFiles(file);
  await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
  await context.close();
});

const PAGES: [string, string[]][] = [
  [
    "协调人",
    [
      "/roster",
      "/matrix/check",
      "/matrix/versions",
      "/ledger",
      "/calendar?view=punctuality",
      "/emergencies",
      "/overview",
      "/figures",
      "/matrix/annex",
    ],
  ],
  ["审计管理员", ["/ledger/verification"]],
];

for (const theme of ["light", "dark"]) {
  test(`pages with a table fit every screen (${theme})`, async ({ browser }) => {
    test.setTimeout(300_000);
    for (const [post, addresses] of PAGES) {
      const { page, context } = await signIn(browser, server, post);
      for (const address of addresses) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator(".loading")).toHaveCount(0, { timeout: 60_000 });
        await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
        for (const size of [PC, TABLET, PHONE]) {
          await page.setViewportSize(size);
          await fits(page);
          await picture(page, `parts${address.replace(/\W+/g, "-")}-${theme}-${size.width}`);
        }
        await page.setViewportSize(PC);
      }
      await context.close();
    }
  });
}
