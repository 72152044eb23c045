// 正文: what the tools make survives the server's cleaning, and what nobody asked for does not.
import { expect, test } from "@playwright/test";
import { call } from "../support/api";
import { type Person, signIn } from "../support/people";
import { Server } from "../support/server";
import { fillNew } from "../support/writing";

let server: Server;
let officer: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", "县委宣传部");
});

test.afterAll(async () => {
  await officer?.context.close();
  await server?.stop();
});

test("paragraphs, headings, lists, links and tables are kept", async () => {
  const { page } = officer;
  await fillNew(page, { title: "编辑器", body: "第一段。" });
  const body = page.getByRole("textbox", { name: "正文" });
  const tool = (name: string) => page.getByRole("toolbar").getByRole("button", { name, exact: true });
  await body.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("一、总体情况");
  await tool("一级标题").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await tool("正文").click();
  await page.keyboard.type("要点");
  await tool("项目列表").click();
  await page.keyboard.press("Enter");
  await page.keyboard.type("县政府网站");
  await page.keyboard.press("Shift+Home");
  await tool("链接").click();
  await page.getByLabel("链接地址").fill("县政府");
  await page.getByRole("button", { name: "插入" }).click();
  await expect(page.getByText("请填写完整的网址", { exact: false })).toBeVisible();
  await page.getByLabel("链接地址").fill("https://www.example.gov.cn/");
  await page.getByRole("button", { name: "插入" }).click();
  await expect(body.locator("li a")).toHaveText("县政府网站");
  await body.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await tool("表格").click();
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("草稿已保存")).toBeVisible();

  await page.reload();
  await expect(body.locator("p").first()).toHaveText("第一段。");
  await expect(body.locator("h2")).toHaveText("一、总体情况");
  await expect(body.locator("li").first()).toHaveText("要点");
  await expect(body.locator("li a")).toHaveAttribute("href", "https://www.example.gov.cn/");
  await expect(body.locator("table th")).toHaveCount(2);
});

test("scripts and dress that were pasted are gone", async () => {
  const { page } = officer;
  await fillNew(page, { title: "粘贴", body: "开头。" });
  await page.getByRole("textbox", { name: "正文" }).evaluate((element) => {
    element.innerHTML =
      '<p style="color:red" onclick="alert(1)">红字</p><script>alert(1)</script><img src="x" onerror="alert(1)">';
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("草稿已保存")).toBeVisible();
  const article = Number(/articles\/(\d+)/.exec(page.url())?.[1]);
  const stored = (await call(page, "GET", `/articles/${article}`)).body.content.body;
  expect(stored).toBe("<p>红字</p>");
});
