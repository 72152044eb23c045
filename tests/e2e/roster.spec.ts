// 工作机构: a department fills in its form and hands it in, the coordinator collects, reminds, looks at numbers and prints; others
// see masks; somebody leaves and hands over.
import { expect, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { noSeriousViolation } from "../support/axe";
import { PC, type Person, PHONE, signIn, TABLET } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

const DEPARTMENT = "县财政局";
const ELSEWHERE = "县农业农村局";
const TITLE = "2026年政务公开工作机构表";
// Made up, as in the tests of the secrecy check.
const MOBILE = "13800138000";

test.describe.configure({ mode: "serial" });

let server: Server;
let officer: Person;
let coordinator: Person;
let stranger: Person;
let security: Person;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
  coordinator = await signIn(browser, server, "协调人");
  stranger = await signIn(browser, server, "分管领导", ELSEWHERE);
  security = await signIn(browser, server, "安全管理员");
});

test.afterAll(async () => {
  await Promise.all([officer, coordinator, stranger, security].map((person) => person?.context.close()));
  await server?.stop();
});

/** The value of a datetime-local input, so many days from now. */
function inDays(days: number): string {
  const at = new Date(Date.now() + (days * 24 + 8) * 3_600_000);
  return at.toISOString().slice(0, 16);
}

async function departmentId(page: Page, name: string): Promise<number> {
  const found = await call(page, "GET", "/departments");
  return found.body.find((one: { name: string }) => one.name === name).id;
}

test("the coordinator opens a collection, and the department's list says so", async () => {
  const { page } = coordinator;
  await page.getByRole("link", { name: "工作机构", exact: true }).click();
  await expect(page.getByRole("row")).toHaveCount(54);
  await page.getByRole("link", { name: "收集工作机构表" }).click();
  await page.getByRole("button", { name: "发起收集" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "发起收集" }).click();
  await expect(dialog.getByText("请填写完整的截止日期和时间。")).toBeVisible();
  await dialog.getByLabel("截止时间").fill(inDays(3));
  await dialog.getByRole("button", { name: "发起收集" }).click();
  await expect(dialog.getByText("请填写收集名称。").first()).toBeVisible();
  await dialog.getByLabel("收集名称").fill(TITLE);
  await picture(page, "roster-collection-form");
  await dialog.getByRole("button", { name: "发起收集" }).click();
  await expect(page.getByRole("link", { name: TITLE })).toBeVisible();

  await officer.page.reload();
  const row = officer.page.getByRole("listitem").filter({ hasText: `报送工作机构表：${TITLE}` });
  await row.getByRole("link", { name: "去报送" }).click();
  await expect(officer.page.getByRole("heading", { name: `${DEPARTMENT}工作机构` })).toBeVisible();
});

test("what the form lacks is said, filled in, and the form handed in", async () => {
  const { page } = officer;
  await page.getByRole("button", { name: "报送", exact: true }).click();
  await expect(page.getByText("工作机构表尚未填全", { exact: false })).toBeVisible();
  for (const [at, mobile] of [MOBILE, "13900139000"].entries()) {
    await page.getByRole("button", { name: "修改", exact: true }).nth(at).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("手机").fill("12345");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(dialog.getByText("手机号须为 11 位数字", { exact: false }).first()).toBeVisible();
    await dialog.getByLabel("手机").fill(mobile);
    if (at === 0) await picture(page, "roster-entry");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("cell", { name: mobile })).toBeVisible();
  }
  await page.getByRole("button", { name: "报送", exact: true }).click();
  await expect(page.getByRole("button", { name: "重新报送" })).toBeVisible();
  await expect(page.getByText("按时报送")).toBeVisible();
});

test("the sealed scan and the department's rules are filed", async () => {
  const { page } = officer;
  const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "上传盖章扫描件" }).click();
  await (await chosen).setFiles({ name: "盖章.pdf", mimeType: "application/pdf", buffer: pdf });
  await expect(page.getByRole("link", { name: "工作机构表盖章扫描件", exact: false })).toBeVisible();

  await page.getByRole("button", { name: /上传\s*三审制度/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "选择文件并上传" }).click();
  await expect(dialog.getByText("请填写文件名称。")).toBeVisible();
  await dialog.getByLabel("文件名称").fill("县财政局信息发布三审制度");
  const rules = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "选择文件并上传" }).click();
  await (await rules).setFiles({ name: "三审制度.pdf", mimeType: "application/pdf", buffer: pdf });
  await expect(page.getByRole("link", { name: "县财政局信息发布三审制度" })).toBeVisible();
  await picture(page, "roster-department");
});

test("the leader of another department sees masked numbers only", async () => {
  const { page } = stranger;
  const id = await departmentId(page, DEPARTMENT);
  await page.goto(`/roster/${id}`);
  await expect(page.getByRole("cell", { name: "138****8000" })).toBeVisible();
  await expect(page.getByText(MOBILE)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "查看号码" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "修改", exact: true })).toHaveCount(0);
  const asked = await call(page, "GET", `/departments/${id}/roster?numbers=true`);
  expect(asked.status).toBe(403);
});

test("the coordinator sees who handed in, reminds the rest, and not twice without confirming", async () => {
  const { page } = coordinator;
  await page.goto("/roster/collections");
  await page.getByRole("link", { name: TITLE }).click();
  const done = page.getByRole("row").filter({ hasText: DEPARTMENT });
  await expect(done).toContainText("按时报送");
  await expect(done.getByRole("link", { name: "打开" })).toBeVisible();
  const rest = page.getByRole("row").filter({ hasText: ELSEWHERE });
  await rest.getByRole("button", { name: "催报" }).click();
  await expect(rest).toContainText("共 1 次");
  await rest.getByRole("button", { name: "催报" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(`今天已催报过：${ELSEWHERE}`, { exact: false })).toBeVisible();
  await picture(page, "roster-remind");
  await dialog.getByRole("button", { name: "确认再次催报" }).click();
  await expect(rest).toContainText("共 2 次");
  await page.getByRole("combobox", { name: "报送情况" }).selectOption("missing");
  await expect(page.getByRole("row")).toHaveCount(53);
  await picture(page, "roster-collection");
});

test("a look at numbers and the printed form are lines of the ledger", async () => {
  const { page } = coordinator;
  const id = await departmentId(page, DEPARTMENT);
  await page.goto(`/roster/${id}`);
  await expect(page.getByRole("cell", { name: "138****8000" })).toBeVisible();
  await page.getByRole("button", { name: "查看号码" }).click();
  await expect(page.getByRole("cell", { name: MOBILE })).toBeVisible();
  await page.getByRole("link", { name: "打印", exact: true }).first().click();
  const sheet = page.getByRole("region", { name: DEPARTMENT });
  await expect(sheet).toContainText("（盖章）");
  await expect(sheet).toContainText(MOBILE);
  await picture(page, "roster-print");
  await page.goto(`/ledger?act=numbers_seen`);
  await expect(page.getByRole("row").filter({ hasText: "在页面上查看号码" }).first()).toContainText(DEPARTMENT);
  await expect(page.getByRole("row").filter({ hasText: "打印工作机构表" }).first()).toContainText(DEPARTMENT);
  expect(server.verifyLedger().code).toBe(0);
});

test("the last officer does not go without a hand-over, which moves the post", async () => {
  const { page } = security;
  await page.goto(`/people?q=${officer.account.login}`);
  const card = page.getByRole("listitem").filter({ hasText: officer.account.name }).first();
  await card.getByRole("button", { name: "解除" }).click();
  const confirm = page.getByRole("dialog");
  await confirm.getByRole("button", { name: "确认解除" }).click();
  await expect(confirm.getByText("工作交接", { exact: false })).toBeVisible();
  await confirm.getByRole("button", { name: "取消" }).click();
  await card.getByRole("link", { name: "工作交接" }).click();
  await expect(page.getByRole("heading", { name: `工作交接：${officer.account.name}` })).toBeVisible();
  await expect(page.getByText("该岗位仅此一人", { exact: false })).toBeVisible();
  const successor = server.account("填录人员", "县委宣传部");
  const option = page.getByLabel("接手人").locator("option").filter({ hasText: successor.login });
  await page.getByLabel("接手人").selectOption((await option.getAttribute("value")) ?? "");
  await page.getByLabel("交接原因").fill("调离岗位");
  await picture(page, "handover");
  await page.getByRole("button", { name: "确认移交" }).click();
  await expect(page.getByText("1 个岗位已移交")).toBeVisible();
  await coordinator.page.goto(`/roster/${await departmentId(coordinator.page, DEPARTMENT)}`);
  await expect(coordinator.page.getByRole("rowheader", { name: successor.name })).toBeVisible();
});

test("every page fits every screen, and axe finds nothing serious", async () => {
  test.slow();
  const id = await departmentId(coordinator.page, DEPARTMENT);
  const other = await departmentId(stranger.page, ELSEWHERE);
  const collections = await call(coordinator.page, "GET", "/roster-collections");
  const leaving = await call(security.page, "GET", `/people?q=${stranger.account.login}`);
  const people: [Person, string[]][] = [
    [
      coordinator,
      ["/roster", `/roster/${id}`, "/roster/collections", `/roster/collections/${collections.body[0].id}`, `/roster/print?department=${id}`],
    ],
    [stranger, ["/roster", `/roster/${other}`]],
    [security, [`/people/${leaving.body.items[0].id}/handover`]],
  ];
  for (const [at, [{ page }, paths]] of people.entries()) {
    for (const size of [PHONE, TABLET, PC]) {
      await page.setViewportSize(size);
      for (const [number, path] of paths.entries()) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wide, `${path} at ${size.width}`).toBeLessThanOrEqual(0);
        await picture(page, `roster-${at}-${number}-${size.width}`);
        await noSeriousViolation(page);
      }
    }
  }
});
