// 分工表导出与核对: what goes out comes back without a difference; what differs is told by its place.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { noSeriousViolation } from "../support/axe";
import { type Person, PHONE, signIn } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

let server: Server;
let coordinator: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  coordinator = await signIn(browser, server, "协调人");
});

test.afterAll(async () => {
  await coordinator?.context.close();
  await server?.stop();
});

async function exported(page: Page, words: string): Promise<Buffer> {
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: words }).click();
  const saved = await saving;
  return readFile(await saved.path());
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: "application/octet-stream", buffer };
  await page.locator(".annex-drop input[type=file]").setInputFiles(file);
}

test("each kind of file comes back without a difference", async () => {
  const { page } = coordinator;
  await page.goto("/matrix");
  await page.getByRole("link", { name: "分工表导出与核对" }).click();
  for (const kind of ["DOCX", "XLSX", "CSV"]) {
    const file = await exported(page, `导出 ${kind}`);
    await choose(page, `分工表.${kind.toLowerCase()}`, file);
    await expect(page.getByText("没有差异")).toBeVisible();
    await expect(page.getByText(`“分工表.${kind.toLowerCase()}”共 169 行`)).toBeVisible();
  }
  await noSeriousViolation(page);
});

test("what differs is told cell by cell, what is wrong by its place", async () => {
  const { page } = coordinator;
  await page.goto("/matrix/annex");
  const text = (await exported(page, "导出 CSV")).toString("utf8");
  const lines = text.trimEnd().split("\r\n");
  lines[1] = lines[1].replace("变化后更新", "每月更新");
  lines.splice(2, 1);
  lines.push("170,走进盐边,盐边概况,方言,,有空再说,县方言办,");
  await choose(page, "来表.csv", Buffer.from(lines.join("\r\n")));
  const table = page.getByRole("table", { name: "不同之处" });
  await expect(table.getByRole("row")).toHaveCount(4);
  await expect(page.getByRole("status").filter({ hasText: "来表.csv" })).toContainText(
    "新增 1 行，变更 1 行，缺失 1 行，存疑 1 行。",
  );
  const row = table.getByRole("row").filter({ hasText: "盐边概况 / 基本情况" });
  await expect(row).toContainText("更新要求：变化后更新 改为 每月更新");
  await expect(row).toContainText("文件第 2 行");
  await picture(page, "annex-differences");
  await noSeriousViolation(page);
  await page.setViewportSize(PHONE);
  await picture(page, "annex-differences-phone");
  const sideways = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await page.evaluate(sideways)).toBe(false);

  lines.push(lines[1]);
  await choose(page, "来表.csv", Buffer.from(lines.join("\r\n")));
  await expect(page.getByRole("alert").filter({ hasText: "没有核对" })).toContainText("重复");
  await choose(page, "来表.docx", Buffer.from("MZ no document"));
  await expect(page.getByRole("alert").filter({ hasText: "没有核对" })).toContainText("来表.docx");
});
