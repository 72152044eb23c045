// 数据备份: made, watched, cancelled and deleted by the system administrator, and by nobody else.
import { readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { noSeriousViolation } from "../support/axe";
import { PC, type Person, PHONE, signIn, TABLET } from "../support/people";
import { picture } from "../support/pictures";
import { beside } from "../support/routes";
import { Server } from "../support/server";

const NAME = /^lanmu-\d{8}-\d{6}\.sqlite$/;

test.describe.configure({ mode: "serial" });
test.setTimeout(90_000);

let server: Server;
let system: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  system = await signIn(browser, server, "系统管理员");
});

test.afterAll(async () => {
  await system?.context.close();
  await server?.stop();
});

const folder = () => join(server.data, "backups");
const files = () => readdirSync(folder()).filter((name) => name !== ".lock");
const rows = (page: Page) => page.getByRole("table", { name: "备份文件" }).locator("tbody").getByRole("row");

/** A view of the page: taken with LANMU_SHOTS, to be looked at. */
async function shot(page: Page, name: string): Promise<void> {
  for (const size of [PC, TABLET, PHONE]) {
    await page.setViewportSize(size);
    expect(await beside(page)).toBe(0);
    const to = process.env.LANMU_SHOTS;
    if (to) await page.screenshot({ path: join(to, `backups-${name}-${size.width}.png`), fullPage: true });
  }
  await page.setViewportSize(PC);
}

test("the system administrator makes two and deletes one", async () => {
  const { page } = system;
  await page.getByRole("navigation").getByRole("link", { name: "数据备份" }).click();
  await expect(page.getByRole("heading", { name: "数据备份", level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/数据备份/);
  await expect(page.getByText("还没有备份")).toBeVisible();
  await expect(page.getByText(folder())).toBeVisible();
  await shot(page, "empty");

  const start = page.getByRole("button", { name: "立即备份" });
  await start.click();
  await expect(page.getByText(/^备份已完成，[\d.]+ MB$/)).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText("检查通过");
  await expect(rows(page).first()).toContainText("仅有的一份，不能删除");
  await start.click();
  await expect(rows(page)).toHaveCount(2);
  expect(files().every((name) => NAME.test(name))).toBe(true);
  for (const name of files()) await expect(page.getByRole("cell", { name })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link")).toHaveCount(0);
  await noSeriousViolation(page);
  await expect(page.getByText(/^备份已完成/)).toHaveCount(0);
  await shot(page, "list");

  const newest = files().sort().at(-1) as string;
  await rows(page).first().getByRole("button", { name: "删除" }).click();
  const dialog = page.getByRole("dialog", { name: "删除备份" });
  await expect(dialog).toContainText(newest);
  await noSeriousViolation(page);
  await shot(page, "delete");
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(dialog).toBeHidden();
  expect(files()).toHaveLength(2);
  await rows(page).first().getByRole("button", { name: "删除" }).click();
  await dialog.getByRole("button", { name: "确认删除" }).click();
  await expect(page.getByText("已删除备份")).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  expect(files()).not.toContain(newest);
  expect(server.verifyLedger().code).toBe(0);
});

test("one that takes a while shows how far it is, also after leaving, and is cancelled", async () => {
  const { page } = system;
  const now = (await call(page, "GET", "/backups")).body;
  now.folder = "/srv/lanmu/data/backups";
  now.items.push({ name: "lanmu-20261101-020000.sqlite", at: "2026-11-01T02:00:00+08:00", bytes: 11 * 1024 * 1024 });
  // The demonstration is copied within a moment: a slow backup is played to the page.
  const running = {
    started_at: "2026-11-29T15:30:00+08:00",
    by: "王系统",
    phase: "copying",
    bytes: 3 * 1024 * 1024,
    total: 12 * 1024 * 1024 as number | null,
    cancelling: false,
  };
  let played: typeof running | null = running;
  await page.route("**/api/v1/backups", async (route) => {
    if (route.request().method() !== "GET") return route.fallback();
    await route.fulfill({ json: { ...now, running: played } });
  });
  await page.route("**/api/v1/backups/running/cancel", async (route) => {
    running.cancelling = true;
    await route.fulfill({ json: { ...now, running } });
  });
  await page.goto("/backups");
  const part = page.getByRole("region", { name: "正在备份" });
  const bar = part.getByRole("progressbar", { name: "备份进度" });
  await expect(part).toContainText("王系统于2026年11月29日（周日）15:30发起");
  await expect(part).toContainText("正在复制数据……");
  await expect(part).toContainText("已写入 3.0 MB，共约 12.0 MB");
  await expect(bar).toHaveAttribute("value", "25");
  await expect(page.getByRole("button", { name: "立即备份" })).toBeDisabled();
  await noSeriousViolation(page);
  await picture(page, "backups");
  await shot(page, "running");

  // The bytes grow, and what is open stays open.
  await rows(page).last().getByRole("button", { name: "删除" }).click();
  const dialog = page.getByRole("dialog", { name: "删除备份" });
  running.bytes = 9 * 1024 * 1024;
  await expect(page.locator(".backup-run progress")).toHaveAttribute("value", "75");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "取消" }).click();
  await page.getByRole("link", { name: "人员与岗位" }).click();
  await expect(part).toHaveCount(0);
  await page.getByRole("link", { name: "数据备份" }).click();
  await expect(bar).toHaveAttribute("value", "75");

  // PostgreSQL does not say how much it will be.
  running.total = null;
  await expect(part).toContainText("已写入 9.0 MB");
  await expect(part).not.toContainText("共约");
  await expect(bar).not.toHaveAttribute("value");
  running.phase = "checking";
  await expect(part).toContainText("正在检查备份文件……");

  await part.getByRole("button", { name: "取消备份" }).click();
  await expect(part).toContainText("正在取消……");
  await expect(part.getByRole("button", { name: "取消备份" })).toBeDisabled();
  played = null;
  await expect(part).toHaveCount(0);
  await expect(page.getByText("已取消备份")).toBeVisible();
  await expect(page.getByRole("button", { name: "立即备份" })).toBeEnabled();
  await page.unrouteAll();
});

test("a failure is said with its reason until the next one is made", async () => {
  const { page } = system;
  const aside = join(server.data, "aside");
  renameSync(folder(), aside);
  symlinkSync("/nowhere/at/all", folder());
  await page.goto("/backups");
  await page.getByRole("button", { name: "立即备份" }).click();
  const line = page.getByRole("alert").filter({ hasText: "进行的备份失败" });
  await expect(line).toContainText(system.account.name);
  await expect(line).toContainText(folder());
  await noSeriousViolation(page);
  await shot(page, "failed");
  rmSync(folder());
  renameSync(aside, folder());
  await page.getByRole("button", { name: "立即备份" }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(line).toHaveCount(0);
});

test("nobody else finds it", async ({ browser }) => {
  for (const [post, department] of [
    ["填录人员", "县政府办公室"],
    ["协调人", ""],
    ["安全管理员", ""],
    ["审计管理员", ""],
  ]) {
    const { page, context } = await signIn(browser, server, post, department);
    await expect(page.getByRole("navigation").getByRole("link").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "数据备份" })).toHaveCount(0);
    await page.goto("/backups");
    await expect(page.getByText("您没有办理此事项的权限。")).toBeVisible();
    expect((await call(page, "POST", "/backups")).status).toBe(403);
    await context.close();
  }
});

test("the search finds the page by its initials, and help leads to its section", async () => {
  const { page } = system;
  await page.goto("/people");
  await expect(page.getByRole("heading", { name: "人员与岗位", level: 1 })).toBeVisible();
  await page.keyboard.press("Control+k");
  const search = page.getByRole("dialog", { name: "搜索" });
  await search.getByRole("combobox").fill("sjbf");
  await search.getByRole("option", { name: "数据备份" }).click();
  await expect(page).toHaveURL(/\/backups$/);
  const opening = system.context.waitForEvent("page");
  await page.getByRole("link", { name: "帮助" }).click();
  const help = await opening;
  await expect(help.getByRole("heading", { name: "数据备份", level: 3 })).toBeInViewport();
});
