// 责任表调整: a reform is drafted and put into force; two coordinators at once; a file becomes a draft.
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { noSeriousViolation } from "../support/axe";
import { hire } from "../support/hire";
import { hold } from "../support/hold";
import { PC, type Person, PHONE, signIn, TABLET } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

// What is judged and made anew takes its time on a busy machine.
const ARRIVED = { timeout: 60_000 };

test.setTimeout(180_000);

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

const day = (ahead: number) => new Date(Date.now() + (ahead * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

/** Makes a draft by the form and waits for its page. */
async function draft(page: Page, reason: string): Promise<void> {
  await page.goto("/matrix");
  await page.getByRole("link", { name: "责任表调整" }).click();
  await page.getByRole("button", { name: "新建调整" }).click();
  const dialog = page.getByRole("dialog", { name: "新建调整" });
  await dialog.getByLabel("调整原因").fill(reason);
  await dialog.getByLabel("文号").fill("盐府办发〔2026〕99号");
  await dialog.getByRole("button", { name: "建立草案" }).click();
  await page.waitForURL(/\/matrix\/drafts\/\d+$/);
}

async function change(page: Page, kind: string): Promise<Locator> {
  await page.getByLabel("调整类型").selectOption({ label: kind });
  await page.getByRole("button", { name: "添加", exact: true }).click();
  return page.getByRole("dialog", { name: kind });
}

/** Chooses one of a long list by what it is found by. */
async function pick(dialog: Locator, legend: string, words: string, label: string | RegExp): Promise<void> {
  const list = dialog.getByRole("group", { name: legend });
  const choose = list.getByRole("button", { name: "选择" });
  if (await choose.isVisible()) await choose.click();
  await list.getByLabel("查找").fill(words);
  await list.getByRole("radio", { name: label }).first().click();
}

async function add(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "加入草案" }).click();
  await expect(dialog).toBeHidden();
}

const sideways = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;

test("a reform is drafted, looked at and decided for a later day, and called off", async () => {
  const { page } = coordinator;
  await draft(page, "机构改革（虚构）");

  let dialog = await change(page, "新设部门");
  await dialog.getByLabel("部门名称").fill("县农林局");
  await add(dialog);
  dialog = await change(page, "合并部门");
  await dialog.getByRole("group", { name: "被合并的部门" }).getByLabel("县农业农村局").check();
  await dialog.getByRole("group", { name: "被合并的部门" }).getByLabel("县林业局").check();
  await pick(dialog, "并入的部门", "农林", /县农林局（本次新增）/);
  await add(dialog);
  dialog = await change(page, "栏目更名");
  await pick(dialog, "栏目", "历史沿革", /历史沿革/);
  await dialog.getByLabel("新名称").fill("历史与沿革");
  await picture(page, "matrix-draft-dialog");
  await add(dialog);
  dialog = await change(page, "调整更新要求");
  // Nothing chosen: said at the field, and nothing is sent.
  await dialog.getByRole("button", { name: "加入草案" }).click();
  await expect(dialog.getByText("请选择栏目。")).toBeVisible();
  await pick(dialog, "栏目", "地理气候", /地理气候/);
  await expect(dialog.getByText(/现更新要求：/)).toBeVisible();
  // A rule is chosen, or its words are read as they are typed.
  await dialog.getByLabel("更新要求").selectOption({ label: "事件后……内更新" });
  await dialog.getByRole("button", { name: "加入草案" }).click();
  await expect(dialog.getByText("请至少选择一种事件。")).toBeVisible();
  await dialog.getByLabel("文件发布").check();
  await expect(dialog.getByText("请至少选择一种事件。")).toBeHidden();
  await dialog.getByLabel("事件后期限").fill("3");
  await expect(dialog.getByText("分工表中写作“文件发布后3个工作日内更新”。", { exact: false })).toBeVisible();
  await picture(page, "matrix-draft-rule");
  await dialog.getByRole("radio", { name: "按文字填写" }).check();
  await dialog.getByLabel("更新要求").fill("有空再说");
  await expect(dialog.getByText("“有空再说”无法识别为更新规则", { exact: false })).toBeVisible();
  await dialog.getByRole("button", { name: "加入草案" }).click();
  await expect(dialog.getByText("“有空再说”无法识别为更新规则", { exact: false })).toBeVisible();
  await picture(page, "matrix-draft-unread");
  await dialog.getByLabel("更新要求").fill("每月更新，参加活动后5个工作日内更新");
  await expect(dialog.getByText("按触发事件：参加活动后5个工作日内更新，只计工作日，事件当日不计")).toBeVisible();
  await dialog.getByRole("radio", { name: "按规则填写" }).check();
  await expect(dialog.getByLabel("文件发布")).toBeChecked();
  await add(dialog);
  // What was chosen as a rule opens as one again.
  await page.locator(".draft-change").nth(3).getByRole("button", { name: /修改/ }).click();
  dialog = page.getByRole("dialog", { name: "调整更新要求" });
  await expect(dialog.getByLabel("更新要求")).toHaveValue("event");
  await expect(dialog.getByLabel("事件后期限")).toHaveValue("3");
  await expect(dialog.getByLabel("文件发布")).toBeChecked();
  await dialog.getByRole("button", { name: "取消" }).click();

  const changes = page.locator(".draft-change");
  await expect(changes).toHaveCount(4);
  await expect(changes.nth(1)).toContainText("县林业局");
  // What others refer to stays.
  await expect(changes.nth(0).getByRole("button", { name: /删除/ })).toBeDisabled();
  await expect(changes.nth(0)).toContainText("第 2 项用到了它");

  const decide = page.getByRole("button", { name: "确定生效" });
  await expect(decide).toBeDisabled();
  await page.getByLabel("生效日期").fill(day(10));
  await expect(page.locator("#draft-against")).toHaveText("依据有改动，请先保存。");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.locator("#draft-against")).toHaveText("请先预览影响。");
  await page.getByRole("button", { name: "预览影响" }).click();
  await expect(page.getByText(/起：分工表 \d+ 行不同/)).toBeVisible(ARRIVED);
  await expect(page.getByRole("table", { name: "不同之处" })).toContainText("历史与沿革");
  const read = page.getByRole("list", { name: "更新要求的读法" });
  await expect(read).toContainText("第 4 项：“文件发布后3个工作日内更新”");
  await expect(read).toContainText("按触发事件：文件发布后3个工作日内更新，只计工作日，事件当日不计");
  await picture(page, "matrix-draft");
  await noSeriousViolation(page);
  for (const [size, name] of [[TABLET, "matrix-draft-tablet"], [PHONE, "matrix-draft-phone"]] as const) {
    await page.setViewportSize(size);
    expect(await page.evaluate(sideways)).toBe(false);
    await picture(page, name);
  }
  await page.setViewportSize(PC);

  await decide.click();
  const question = page.getByRole("dialog", { name: "确定生效" });
  await expect(question).toContainText("生效以后不能撤销");
  await question.getByRole("button", { name: "确认生效" }).click();
  await page.waitForURL(/\/matrix\/versions$/);
  const row = page.getByRole("table", { name: "历次版本" }).getByRole("row").filter({ hasText: "第 2 版" });
  await expect(row).toContainText("待生效");
  await expect(row).toContainText("盐府办发〔2026〕99号");
  await row.getByText("4 项调整").click();
  await expect(row.getByRole("listitem")).toHaveCount(4);
  await expect(page.getByRole("heading", { name: "版本对比" })).toBeVisible();
  await expect(page.getByRole("table", { name: "不同之处" })).toContainText("历史与沿革");
  await picture(page, "matrix-versions");
  await noSeriousViolation(page);
  for (const [size, name] of [[TABLET, "matrix-versions-tablet"], [PHONE, "matrix-versions-phone"]] as const) {
    await page.setViewportSize(size);
    expect(await page.evaluate(sideways)).toBe(false);
    await picture(page, name);
  }
  await page.setViewportSize(PC);

  await row.getByRole("button", { name: "撤销" }).click();
  const cancel = page.getByRole("dialog", { name: "撤销待生效的版本" });
  await cancel.getByLabel("撤销原因").fill("文件推迟印发");
  await cancel.getByRole("button", { name: "确认撤销" }).click();
  await expect(row).toContainText("已撤销");
  await expect(row).toContainText("文件推迟印发");
});

test("a group is formed, named and renamed, and a remark is changed", async () => {
  const { page } = coordinator;
  await draft(page, "部门分组和备注（虚构）");
  let dialog = await change(page, "新设部门分组");
  await dialog.getByLabel("分组名称").fill("涉农部门");
  for (const name of ["县农业农村局", "县林业局"]) {
    await dialog.getByRole("group", { name: "组成部门" }).getByLabel(name).check();
  }
  await picture(page, "matrix-draft-group");
  await add(dialog);
  dialog = await change(page, "调整责任部门");
  await pick(dialog, "栏目", "惠农政策", /惠农政策/);
  await dialog.getByRole("group", { name: "部门分组" }).getByLabel("涉农部门（本次新增）").check();
  await add(dialog);
  dialog = await change(page, "部门分组更名");
  // Nothing chosen: said at the field, and nothing is sent.
  await dialog.getByRole("button", { name: "加入草案" }).click();
  await expect(dialog.getByText("请选择部门分组。")).toBeVisible();
  await pick(dialog, "部门分组", "各乡镇", /各乡镇/);
  await dialog.getByLabel("新名称").fill("各镇乡");
  await add(dialog);
  dialog = await change(page, "取消部门分组");
  await pick(dialog, "部门分组", "县级", /县级各部门/);
  await expect(dialog.getByText(/现有 \d+ 个部门/)).toBeVisible();
  await add(dialog);
  dialog = await change(page, "调整备注");
  await pick(dialog, "栏目", "大箬文化", /大箬文化/);
  await expect(dialog.getByText(/现备注：原文如此/)).toBeVisible(ARRIVED);
  await dialog.getByLabel("备注").fill("已核实");
  await add(dialog);

  const changes = page.locator(".draft-change");
  await expect(changes).toHaveCount(5);
  await expect(changes.nth(0)).toContainText("第 2 项用到了它");
  await expect(changes.nth(1)).toContainText("责任部门改为：涉农部门");
  await page.getByLabel("生效日期").fill(day(10));
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.locator("#draft-against")).toHaveText("请先预览影响。");
  await page.getByRole("button", { name: "预览影响" }).click();
  // Rows still name the group that is to end.
  await expect(changes.nth(3)).toContainText(/还写着“县级各部门”/, ARRIVED);
  // Deleted by mistake, a change comes back to its place.
  const all = await changes.locator("p:first-of-type").allTextContents();
  await changes.nth(2).getByRole("button", { name: /删除/ }).click();
  await expect(changes).toHaveCount(4);
  await page.locator(".toast", { hasText: "已从草案中删除" }).getByRole("button", { name: "撤销" }).click();
  await expect(changes).toHaveCount(5);
  expect(await changes.locator("p:first-of-type").allTextContents()).toEqual(all);
  await changes.nth(3).getByRole("button", { name: /删除/ }).click();
  await expect(changes).toHaveCount(4);
  await page.getByRole("button", { name: "预览影响" }).click();
  const passed = page.getByRole("region", { name: "责任部门有变化的栏目" });
  await expect(passed).toContainText("增加县林业局", ARRIVED);
  const differences = page.getByRole("table", { name: "不同之处" });
  await expect(differences).toContainText("各镇乡");
  await expect(differences).toContainText("已核实");
  await noSeriousViolation(page);
  for (const [size, name] of [[PC, "matrix-draft-groups"], [TABLET, "matrix-draft-groups-tablet"], [PHONE, "matrix-draft-groups-phone"]] as const) {
    await page.setViewportSize(size);
    expect(await page.evaluate(sideways)).toBe(false);
    await picture(page, name);
  }
  await page.setViewportSize(PC);
  await page.getByRole("button", { name: "放弃草案" }).click();
  await page.getByRole("dialog", { name: "放弃草案" }).getByRole("button", { name: "确认放弃" }).click();
  await page.waitForURL(/\/matrix\/versions$/);
});

test("decided for today, the matrix is another one at once", async () => {
  const { page } = coordinator;
  await draft(page, "栏目更名（虚构）");
  const dialog = await change(page, "栏目更名");
  await pick(dialog, "栏目", "区划人口", /区划人口/);
  await dialog.getByLabel("新名称").fill("区划与人口");
  await add(dialog);
  await page.getByLabel("生效日期").fill(day(0));
  await page.getByRole("button", { name: "保存", exact: true }).click();
  // A preview of what was before the save would not count.
  await expect(page.locator("#draft-against")).toHaveText("请先预览影响。");
  await page.getByRole("button", { name: "预览影响" }).click();
  await page.getByRole("button", { name: "确定生效" }).click(ARRIVED);
  const question = page.getByRole("dialog", { name: "确定生效" });
  await expect(question).toContainText("确认后立即生效，不能撤销");
  await question.getByRole("button", { name: "确认生效" }).click();
  await page.waitForURL(/\/matrix\/versions$/);
  await page.goto("/matrix?q=区划与人口");
  await expect(page.getByText("显示 1 项")).toBeVisible(ARRIVED);
});

test("two coordinators at once: the second is told who was quicker, and loses nothing", async () => {
  const { page } = coordinator;
  await draft(page, "两人同时调整（虚构）");
  const id = Number(/\d+$/.exec(page.url())?.[0]);
  const dialog = await change(page, "关闭栏目");
  await pick(dialog, "栏目", "自然资源", /盐边概况 \/ 自然资源/);

  // The other one, meanwhile.
  const stored = (await call(page, "GET", `/matrix/drafts/${id}`)).body;
  const other = { version: stored.version, reason: "另一人改的原因", document_number: "", changes: [] };
  expect((await call(page, "PUT", `/matrix/drafts/${id}`, other)).status).toBe(200);

  await dialog.getByRole("button", { name: "加入草案" }).click();
  await expect(dialog.getByText(/修改了这份草案，本次没有提交/)).toBeVisible();
  await picture(page, "matrix-draft-stale");
  // While the latest is on its way the notice stays and nothing can be sent a second time for nothing.
  const latest = `**/matrix/drafts/${id}`;
  const arrive = await hold(page, latest);
  await dialog.getByRole("button", { name: "载入最新内容" }).click();
  await expect(dialog.getByRole("button", { name: "加入草案" })).toBeDisabled();
  await expect(dialog.getByText(/修改了这份草案，本次没有提交/)).toBeVisible();
  arrive();
  await expect(dialog.getByText(/修改了这份草案，本次没有提交/)).toBeHidden();
  await page.unroute(latest);
  await expect(dialog.getByText(/盐边概况 \/ 自然资源/)).toBeVisible();
  await dialog.getByRole("button", { name: "加入草案" }).click();
  await expect(page.locator(".draft-change")).toHaveCount(1);
  await expect(page.getByLabel("调整原因")).toHaveValue("另一人改的原因");

  // What was typed in the head stays as well.
  await page.getByLabel("调整原因").fill("我写的原因");
  const now = (await call(page, "GET", `/matrix/drafts/${id}`)).body;
  const again = { ...other, version: now.version, reason: "又改了一次" };
  expect((await call(page, "PUT", `/matrix/drafts/${id}`, again)).status).toBe(200);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByRole("button", { name: "载入最新内容" }).click();
  await expect(page.locator(".draft-change")).toHaveCount(0);
  await expect(page.getByLabel("调整原因")).toHaveValue("我写的原因");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("button", { name: "保存", exact: true })).toBeDisabled();

  await page.getByRole("button", { name: "放弃草案" }).click();
  await page.getByRole("dialog", { name: "放弃草案" }).getByRole("button", { name: "确认放弃" }).click();
  await page.waitForURL(/\/matrix\/versions$/);
  await expect(page.getByText("两人同时调整（虚构）")).toHaveCount(0);
});

test("two coordinators in one draft see each other, and what the other saved", async ({ browser }) => {
  const other = await hire(browser, server, {
    name: "演示·第二协调人",
    login: "second-coordinator",
    role: "coordinator",
    title: "县政府办公室信息股协调人",
  });
  const { page } = coordinator;
  await draft(page, "两人同在一份草案（虚构）");
  await expect(page.getByText("也在修改这份草案")).toHaveCount(0);
  await other.page.goto(page.url());
  const name = coordinator.account.name;
  await expect(other.page.getByText(new RegExp(`${name}（.+）自.+起也在修改这份草案`))).toBeVisible(ARRIVED);
  // The one who was first is told as well, while the page is in use.
  await page.getByLabel("文号").fill("盐府办发〔2026〕98号");
  await expect(page.getByText("演示·第二协调人（县政府办公室信息股协调人）自", { exact: false })).toBeVisible(ARRIVED);
  await picture(page, "matrix-draft-two");

  // The other one saves: it is told here, nothing that was typed goes, and what is different is said.
  await other.page.getByLabel("调整原因").fill("第二人改的原因");
  await other.page.getByRole("button", { name: "保存", exact: true }).click();
  const news = page.getByRole("alert").filter({ hasText: "演示·第二协调人于" });
  await expect(news).toContainText("修改了这份草案", ARRIVED);
  await news.getByRole("button", { name: "载入最新内容" }).click();
  await expect(news).toHaveCount(0);
  await expect(page.getByText("调整原因由“两人同在一份草案（虚构）”改为“第二人改的原因”")).toBeVisible();
  await expect(page.getByLabel("调整原因")).toHaveValue("第二人改的原因");
  await expect(page.getByLabel("文号")).toHaveValue("盐府办发〔2026〕98号");
  await picture(page, "matrix-draft-two-loaded");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("调整原因由", { exact: false })).toHaveCount(0);
  await expect(other.page.getByRole("alert").filter({ hasText: `${name}于` })).toBeVisible(ARRIVED);

  // Thrown away by the one, it is none for the other.
  await other.page.getByRole("button", { name: "载入最新内容" }).click();
  await expect(other.page.getByText("文号由“盐府办发〔2026〕99号”改为“盐府办发〔2026〕98号”")).toBeVisible();
  await page.getByRole("button", { name: "放弃草案" }).click();
  await page.getByRole("dialog", { name: "放弃草案" }).getByRole("button", { name: "确认放弃" }).click();
  await page.waitForURL(/\/matrix\/versions$/);
  await expect(other.page.getByText("这份草案已由他人确定生效或者放弃", { exact: false })).toBeVisible(ARRIVED);
  await other.context.close();
});

test("the differences of a file become a draft, as far as they are chosen", async () => {
  const { page } = coordinator;
  await page.goto("/matrix/annex");
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出 CSV" }).click();
  const text = await readFile(await (await saving).path(), "utf8");
  const lines = text.trimEnd().split("\r\n");
  lines[1] = lines[1].replace("变化后更新", "每月更新");
  lines.push("170,走进盐边,盐边概况,方言,,每年更新,县史志办,");
  lines.push("171,走进盐边,盐边概况,民俗,,有空再说,县史志办,");
  const buffer = Buffer.from(lines.join("\r\n"));
  const file = { name: "来表.csv", mimeType: "application/octet-stream", buffer };
  await page.locator(".annex-drop input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "列出调整建议" }).click();
  const list = page.getByRole("list", { name: "调整建议" });
  await expect(list.getByRole("checkbox", { name: /方言/ })).toBeChecked(ARRIVED);
  // What is doubtful stays out unless somebody decides.
  await expect(list.getByRole("checkbox", { name: /民俗/ })).not.toBeChecked();
  await list.getByRole("checkbox", { name: /每月更新/ }).uncheck();
  await picture(page, "annex-propose");
  await noSeriousViolation(page);
  await page.getByRole("button", { name: "建立草案" }).click();
  await expect(page.getByText(/请填写/)).toBeVisible();
  await page.getByLabel("调整原因").fill("按来表调整（虚构）");
  await page.getByRole("button", { name: "建立草案" }).click();
  await page.waitForURL(/\/matrix\/drafts\/\d+$/);
  await expect(page.locator(".draft-change")).toHaveCount(1);
  await expect(page.locator(".draft-change")).toContainText("方言");
});

test("without the permission there are versions, and no drafts", async ({ browser }) => {
  const officer = await signIn(browser, server, "填录人员", "县财政局");
  await officer.page.goto("/matrix");
  await expect(officer.page.getByRole("link", { name: "责任表调整" })).toHaveCount(0);
  await officer.page.goto("/matrix/drafts/1");
  await expect(officer.page.getByRole("button", { name: "确定生效" })).toHaveCount(0);
  await officer.context.close();
});
