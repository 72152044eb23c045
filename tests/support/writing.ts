// Writing an article through the form.
import { expect, type Page } from "@playwright/test";

export interface Article {
  title: string;
  body: string;
  attribute?: string;
}

/** Fills the form of a new article for the first column of the person's department. */
export async function fillNew(page: Page, article: Article): Promise<void> {
  await page.goto("/articles/new");
  const column = page.getByLabel("拟发布栏目");
  await expect(column.locator("option")).not.toHaveCount(1);
  await column.selectOption({ index: 1 });
  await page.getByLabel("标题", { exact: true }).fill(article.title);
  await page.getByRole("textbox", { name: "正文" }).click();
  await page.keyboard.type(article.body);
  await page.getByRole("radio", { name: article.attribute ?? "主动公开" }).check();
}

/** Writes, signs the first review and gives the article's id. */
export async function writeAndSubmit(page: Page, article: Article): Promise<number> {
  await fillNew(page, article);
  await page.getByRole("button", { name: "签署初审并提交" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确认提交" }).click();
  await page.waitForURL(/\/articles\/\d+$/);
  await expect(page.getByText("待审核").first()).toBeVisible();
  return Number(/\d+$/.exec(page.url())?.[0]);
}
