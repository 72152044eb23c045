// Themes and large letters: chosen in the head, remembered for the person, legible on every page.
import { expect, type Page, test } from "@playwright/test";
import { serious } from "../support/axe";
import { picture } from "../support/pictures";
import { fillSignIn, PHONE, signIn, TABLET } from "../support/people";
import { Server } from "../support/server";

let server: Server;

test.setTimeout(180_000);

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

async function choose(page: Page, ...words: string[]): Promise<void> {
  await page.getByRole("button", { name: "显示", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "显示" });
  for (const word of words) await dialog.getByLabel(word).check();
  await dialog.getByRole("button", { name: "完成" }).click();
  await expect(dialog).toBeHidden();
}

// That the theme of the choice is worn; access.spec.ts looks at every page in every theme.
const seen: [string, string, string[]][] = [
  ["协调人", "", ["/", "/calendar"]],
  ["填录人员", "县农业农村局", ["/articles/new"]],
];

for (const [theme, words] of [["dark", "深色"], ["contrast", "高对比度"]]) {
  test(`pages are legible in ${theme}`, async ({ browser }) => {
    for (const [post, department, paths] of seen) {
      const { page, context } = await signIn(browser, server, post, department);
      await choose(page, words);
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
        await expect(page.locator(".loading")).toHaveCount(0);
        expect(await serious(page), path).toEqual([]);
        await picture(page, `${theme}${path.replace(/\W/g, "-")}`);
      }
      await context.close();
    }
  });
}

test("large letters fit on tablet and telephone", async ({ browser }) => {
  for (const size of [TABLET, PHONE]) {
    const { page, context } = await signIn(browser, server, "填录人员", "县农业农村局", size);
    const before = await page.locator("main p").first().evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));
    await choose(page, "大字（适老）");
    const after = await page.locator("main p").first().evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));
    expect(after).toBeGreaterThan(before * 1.2);
    for (const path of ["/", "/matrix", "/articles", "/inbox"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(over, `${path} at ${size.width}`).toBe(0);
    }
    await picture(page, `large-${size.width}`);
    await context.close();
  }
});

test("the choice is the person's, not the computer's", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await choose(page, "深色");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "退出" }).click();
  await fillSignIn(page, server.account("填录人员", "县农业农村局"));
  await expect(page.getByRole("button", { name: "退出" })).toBeVisible();
  await choose(page, "浅色");
  await page.getByRole("button", { name: "退出" }).click();
  await fillSignIn(page, server.account("协调人", ""));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await context.close();
});
