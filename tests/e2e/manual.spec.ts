// The pages of which the manual has pictures that no other test takes: each shows what its section speaks of.
import { expect, test } from "@playwright/test";
import { PC, signIn } from "../support/people";
import { picture } from "../support/pictures";
import { open, PEOPLE, PLACES, type Who } from "../support/routes";
import { Server } from "../support/server";

// Name of the picture, route, and a heading or table that the section names.
const SHOWN: [string, string, Who, string][] = [
  ["news", "notifications", "head", "消息"],
  ["overview", "overview", "coordinator", "各部门栏目更新情况"],
  ["versions", "matrix/versions", "coordinator", "责任表调整"],
  ["draft", "matrix/drafts/:id", "coordinator", "调整内容"],
  ["annex", "matrix/annex", "coordinator", "分工表导出与核对"],
  ["roster", "roster/:id", "officer", "制度材料"],
  ["collection", "roster/collections/:id", "coordinator", "年度工作机构表"],
  ["handover", "people/:id/handover", "security", "工作交接"],
];

test.setTimeout(240_000);

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

for (const [name, route, who, words] of SHOWN) {
  test(`the manual's picture of ${route} shows ${words}`, async ({ browser }) => {
    const place = PLACES.find((one) => one.route === route);
    if (!place) throw new Error(`no ${route}`);
    const { page, context } = await signIn(browser, server, ...PEOPLE[who], PC);
    await open(page, place);
    await expect(page.getByRole("heading", { name: words }).first()).toBeVisible();
    await picture(page, name);
    await context.close();
  });
}

test("the manual's picture of the search shows a department found by its initials", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, ...PEOPLE.coordinator, PC);
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "搜索" });
  await dialog.getByRole("combobox").fill("czj");
  await expect(dialog.getByRole("option").filter({ hasText: "县财政局" }).first()).toBeVisible();
  await picture(page, "search");
  await context.close();
});
