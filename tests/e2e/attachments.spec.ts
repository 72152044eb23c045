// 附件与图片: uploaded, described, shown in review, and never with what the camera wrote into them.
import { expect, test } from "@playwright/test";
import { noSeriousViolation } from "../support/axe";
import { call } from "../support/api";
import { fillNew } from "../support/writing";
import { PHONE, type Person, signIn, TABLET } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

const DEPARTMENT = "县农业农村局";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Author (Zhangsan)>>endobj\n%%EOF");

let server: Server;
let officer: Person;
let head: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
  head = await signIn(browser, server, "股室领导", DEPARTMENT, TABLET);
});

test.afterAll(async () => {
  await Promise.all([officer, head].map((person) => person?.context.close()));
  await server?.stop();
});

test("a picture is described before it goes into the text, and reviewers see it with its words", async () => {
  const { page } = officer;
  await fillNew(page, { title: "带图的稿件", body: "春耕现场。" });
  const files = page.locator(".attachments input[type=file]");
  await files.setInputFiles([
    { name: "插秧.png", mimeType: "image/png", buffer: PNG },
    { name: "实施方案.pdf", mimeType: "application/pdf", buffer: PDF },
    { name: "脚本.png", mimeType: "image/png", buffer: Buffer.from("MZ no picture") },
  ]);
  const row = (name: string) => page.locator(".attachments__row").filter({ hasText: name });
  await expect(row("脚本.png")).toContainText("不支持这种文件");
  await row("脚本.png").getByRole("button", { name: "知道了" }).click();
  await expect(row("脚本.png")).toHaveCount(0);
  await expect(row("实施方案.pdf")).toContainText("文件属性中的地点、作者等信息已去除。");

  await row("插秧.png").getByRole("button", { name: "插入正文" }).click();
  await expect(row("插秧.png")).toContainText("请填写替代文字。");
  await row("插秧.png").getByLabel("替代文字").fill("村民在水田里插秧");
  await picture(page, "attachments-panel");
  await noSeriousViolation(page);
  await row("插秧.png").getByRole("button", { name: "插入正文" }).click();
  const body = page.getByRole("textbox", { name: "正文" });
  await expect(body.getByRole("img", { name: "村民在水田里插秧" })).toBeVisible();
  await row("实施方案.pdf").getByRole("button", { name: "插入正文" }).click();
  await expect(body.getByRole("link", { name: "实施方案.pdf" })).toBeVisible();
  await expect(body).toContainText("春耕现场。");

  // The words can be changed afterwards, and go with the picture.
  await page.getByLabel("替代文字").fill("村民在水田里插秧，远处是山");
  await page.getByRole("button", { name: "修改替代文字" }).click();
  await expect(body.getByRole("img", { name: "村民在水田里插秧，远处是山" })).toBeVisible();
  await page.getByRole("button", { name: "签署初审并提交" }).click();
  await page.getByRole("button", { name: "确认提交" }).click();
  await page.waitForURL(/\/articles\/\d+$/);
  const id = Number(/\d+$/.exec(page.url())?.[0]);
  await expect(page.getByRole("region", { name: "附件" })).toContainText("实施方案.pdf");

  await head.page.goto(`/inbox/${id}`);
  const shown = head.page.getByRole("img", { name: "村民在水田里插秧，远处是山" });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await expect(head.page.getByRole("region", { name: "附件" })).toContainText("图片，替代文字：村民在水田里插秧，远处是山");
  await picture(head.page, "attachments-card");
  const downloading = head.page.waitForEvent("download");
  await head.page.getByRole("region", { name: "附件" }).getByRole("link", { name: "实施方案.pdf" }).click();
  expect((await downloading).suggestedFilename()).toBe("实施方案.pdf");
});

test("a picture without words keeps an item from being submitted", async () => {
  const { page } = officer;
  await fillNew(page, { title: "没有替代文字", body: "内容。" });
  const stored = await page.evaluate(async (bytes) => {
    const answer = await fetch("/api/v1/attachments?name=a.png", {
      method: "POST",
      headers: { "Idempotency-Key": crypto.randomUUID() },
      body: new Uint8Array(bytes),
    });
    return answer.json();
  }, [...PNG]);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("草稿已保存")).toBeVisible();
  const id = Number(/articles\/(\d+)/.exec(page.url())?.[1]);
  const view = (await call(page, "GET", `/articles/${id}`)).body;
  const content = { ...view.content, body: `<p>内容。</p><img src="${stored.address}" alt="">` };
  const saved = await call(page, "PUT", `/articles/${id}`, { version: view.version, content });
  expect(saved.status).toBe(200);
  await page.setViewportSize(PHONE);
  await page.goto(`/articles/${id}/edit`);
  await page.getByRole("button", { name: "签署初审并提交" }).click();
  await expect(page.getByText("正文中有图片没有替代文字，请逐张写明图片内容。")).toBeVisible();
  await expect(page.getByRole("button", { name: "确认提交" })).toBeHidden();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await picture(page, "attachments-phone");
  await page.getByRole("button", { name: "移除图片" }).click();
  await expect(page.getByRole("textbox", { name: "正文" }).locator("img")).toHaveCount(0);
});

test("a picture pasted into the text is uploaded, and an upload can be stopped", async () => {
  const { page } = officer;
  await page.setViewportSize({ width: 1440, height: 900 });
  await fillNew(page, { title: "粘贴的图片", body: "内容。" });
  await page.getByRole("textbox", { name: "正文" }).evaluate((element, bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "粘贴.png", { type: "image/png" }));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [...PNG]);
  await expect(page.locator(".attachments__row").filter({ hasText: "粘贴.png" })).toContainText("替代文字");

  await page.route("**/api/v1/attachments?*", () => {});
  const files = page.locator(".attachments input[type=file]");
  await files.setInputFiles({ name: "慢.png", mimeType: "image/png", buffer: PNG });
  const slow = page.locator(".attachments__row").filter({ hasText: "慢.png" });
  await expect(slow.getByRole("progressbar")).toBeVisible();
  await slow.getByRole("button", { name: "取消上传" }).click();
  await expect(slow).toHaveCount(0);
  await page.unroute("**/api/v1/attachments?*");
});
