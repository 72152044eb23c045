// 保密预检: found while one types, masked with one click, kept with a reason that reviewers see.
import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { picture } from "../support/pictures";
import { PC, type Person, PHONE, signIn, TABLET } from "../support/people";
import { Server } from "../support/server";
import { fillNew } from "../support/writing";

const DEPARTMENT = "县农业农村局";
// Made up: no region has this code, and nobody this number.
const IDENTITY = "999999199003070012";
const MOBILE = "13800138000";
const SIZES = [PC, TABLET, { width: 1180, height: 820 }, PHONE];

let server: Server;
let officer: Person;

test.setTimeout(120_000);

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
});

test.afterAll(async () => {
  await officer?.context.close();
  await server?.stop();
});

const findings = (page: Page): Locator => page.getByRole("region", { name: "保密预检" });

/** How many passages the browser paints under a name. */
async function painted(page: Page, name: string): Promise<number> {
  return page.evaluate((name) => {
    const registry = (CSS as unknown as { highlights: Map<string, Set<unknown>> }).highlights;
    return registry.get(name)?.size ?? 0;
  }, name);
}

async function fits(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBe(0);
}

async function at(browser: Browser, post: string, size: { width: number; height: number }): Promise<Person> {
  return signIn(browser, server, post, DEPARTMENT, size);
}

test("an officer masks one finding, keeps another, and reviewers see why", async ({ browser }) => {
  const { page } = officer;
  await fillNew(page, { title: "关于发放补贴的公示", body: `申请人身份证号${IDENTITY}，咨询手机${MOBILE}。` });
  const list = findings(page);
  await expect(list.getByText("2 项待处理。")).toBeVisible();
  await expect.poll(() => painted(page, "finding")).toBe(2);
  await page.getByRole("button", { name: "签署初审并提交" }).click();
  await expect(page.getByText("保密预检发现的问题尚未全部处理", { exact: false })).toBeVisible();

  const identity = list.getByRole("listitem").filter({ hasText: "身份证号" });
  await identity.getByRole("button", { name: "定位" }).click();
  expect(await painted(page, "finding-shown")).toBe(1);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await fits(page);
    await picture(page, `secrecy-editor-${size.width}`);
  }
  await page.setViewportSize(PC);
  await identity.getByRole("button", { name: "脱敏" }).click();
  await expect(page.getByRole("textbox", { name: "正文" })).toContainText("999999********0012");
  await expect(list.getByText("1 项待处理。")).toBeVisible();
  await expect.poll(() => painted(page, "finding")).toBe(1);
  await picture(page, "secrecy-masked");

  await list.getByRole("button", { name: "保留并说明理由" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "确认保留" }).click();
  await expect(dialog.getByText("请填写保留理由。")).toBeVisible();
  await dialog.getByRole("button", { name: "单位对外公布的办公联系方式" }).click();
  await picture(page, "secrecy-keep");
  await dialog.getByRole("button", { name: "确认保留" }).click();
  await expect(list.getByText("1 项已说明理由，无待处理事项。")).toBeVisible();
  await expect(list.getByText("保留理由：单位对外公布的办公联系方式")).toBeVisible();

  await page.getByRole("button", { name: "签署初审并提交" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确认提交" }).click();
  await page.waitForURL(/\/articles\/\d+$/);
  const id = /\d+$/.exec(page.url())?.[0];
  await expect(findings(page).getByText("1 项已说明理由")).toBeVisible();

  for (const size of SIZES) {
    const head = await at(browser, "股室领导", size);
    await head.page.goto(`/inbox/${id}`);
    const seen = findings(head.page);
    await expect(seen.getByText("保留理由：单位对外公布的办公联系方式")).toBeVisible();
    await expect(seen.getByText(officer.account.name, { exact: false })).toBeVisible();
    await expect(head.page.getByRole("button", { name: "同意", exact: true })).toBeInViewport({ ratio: 1 });
    await expect.poll(() => painted(head.page, "finding")).toBe(1);
    await fits(head.page);
    await picture(head.page, `secrecy-card-${size.width}`);
    await head.context.close();
  }
});

test("a term of the coordinator's is found at once and put right with one click", async ({ browser }) => {
  const coordinator = await signIn(browser, server, "协调人", "");
  const { page } = coordinator;
  await page.goto("/terms");
  await expect(page.getByText("尚未登记用语")).toBeVisible();
  await page.getByRole("button", { name: "新增用语" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("错误用语").fill("样本局");
  await dialog.getByLabel("正确用语").fill("样本办");
  await dialog.getByLabel("类别").fill("机构名称");
  await dialog.getByLabel("说明").fill("机构已更名");
  await dialog.getByRole("button", { name: "保存用语" }).click();
  await expect(page.getByText("错敏词（1 条）")).toBeVisible();
  await page.getByLabel("域名", { exact: true }).fill("example.com");
  await page.getByLabel("网站名称和理由").fill("某通讯社，转载来源");
  await page.getByRole("button", { name: "新增域名" }).click();
  await expect(page.getByText("某通讯社，转载来源")).toBeVisible();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await fits(page);
    await picture(page, `secrecy-terms-${size.width}`);
  }

  const writing = officer.page;
  await fillNew(writing, { title: "样本局通知", body: "请向样本局报送。" });
  const list = findings(writing);
  await expect(list.getByText("2 项待处理。")).toBeVisible();
  const inTitle = list.getByRole("listitem").filter({ hasText: "标题" });
  await inTitle.getByRole("button", { name: "改为正确用语" }).click();
  await expect(writing.getByLabel("标题", { exact: true })).toHaveValue("样本办通知");
  await list.getByRole("button", { name: "改为正确用语" }).click();
  await expect(writing.getByRole("textbox", { name: "正文" })).toContainText("请向样本办报送。");
  await expect(list.getByText("未发现问题。")).toBeVisible();

  await page.setViewportSize(PC);
  await page.getByRole("button", { name: /停用\s*样本局/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确认停用" }).click();
  await expect(page.getByText("尚未登记用语")).toBeVisible();
  await coordinator.context.close();
});
