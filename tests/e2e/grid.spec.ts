// 责任矩阵 as a grid: the county, and one ten times as large; and one department's list on paper.
import { expect, type Page, test } from "@playwright/test";
import { noSeriousViolation } from "../support/axe";
import { type Person, PHONE, signIn, TABLET } from "../support/people";
import { picture } from "../support/pictures";
import { Server } from "../support/server";

const TIMES = 10;
// A matrix, and more so one ten times as large, takes its time to arrive on a busy machine.
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

const grid = (page: Page) => page.getByRole("treegrid", { name: "责任矩阵：栏目×部门" });
const nodes = (page: Page) => page.locator(".grid-box *").count();
/** The place at which one is, as long as the grid has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-activedescendant") ?? "");

async function open(page: Page): Promise<void> {
  await page.goto("/matrix?view=grid");
  await expect(grid(page).getByRole("row").nth(1)).toBeVisible(ARRIVED);
}

/** Answers `GET /matrix` with the real matrix and copies of it, each under home columns and departments of its own. */
async function tenTimes(page: Page): Promise<{ duties: number; departments: number; last: string }> {
  const real = await (await page.request.get("/api/v1/matrix")).json();
  const duties = [];
  const departments = [];
  for (let copy = 0; copy < TIMES; copy++) {
    const moved = copy * 1_000_000;
    const named = (name: string) => (copy === 0 ? name : `${name}（${copy + 1}）`);
    for (const department of real.departments) {
      departments.push({ ...department, id: department.id + moved, name: named(department.name) });
    }
    for (const duty of real.duties) {
      const [home, ...below] = duty.column_path;
      const owners = duty.owners.map((owner: { department_id: number }) => ({
        ...owner,
        department_id: owner.department_id + moved,
      }));
      duties.push({ ...duty, id: duty.id + moved, column_path: [named(home), ...below], owners });
    }
  }
  const body = JSON.stringify({ ...real, duties, departments });
  await page.route("**/api/v1/matrix", (route) => route.fulfill({ body, contentType: "application/json" }));
  return { duties: duties.length, departments: departments.length, last: duties.at(-1)?.column_path.at(-1) };
}

test("keys move from place to place, fold columns and open duties", async () => {
  const { page } = coordinator;
  await open(page);
  const first = grid(page).getByRole("row").nth(1);
  await expect(first).toHaveAttribute("aria-expanded", "true");
  await page.getByLabel("展开到").focus();
  await page.keyboard.press("Tab");
  await expect.poll(() => focused(page)).toBe("cell-0-0");
  await page.keyboard.press("ArrowLeft");
  await expect(first).toHaveAttribute("aria-expanded", "false");
  await expect(page).toHaveURL(/nodes=-[0-9a-f]+/);
  await expect.poll(() => focused(page)).toBe("cell-0-0");
  // The sums of what was folded away.
  await expect(first.getByRole("gridcell").first()).toHaveAttribute("title", /走进盐边　.+：.+ \d+ 项/);
  await page.reload();
  await expect(first).toHaveAttribute("aria-expanded", "false", ARRIVED);
  await grid(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(first).toHaveAttribute("aria-expanded", "true");
  await expect.poll(() => focused(page)).toBe("cell-0-0");
  await page.keyboard.press("Enter");
  await expect(first).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect(first).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => focused(page)).toBe("cell-2-0");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => focused(page)).toMatch(/^cell-2-[1-9]\d*$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/matrix\/duties\/\d+$/);
});

test("Ctrl Home leads fully back to the upper left, wherever the box was scrolled to", async () => {
  const { page } = coordinator;
  await open(page);
  await page.getByLabel("展开到").focus();
  await page.keyboard.press("Tab");
  const corner = () => grid(page).evaluate((box) => [box.scrollLeft, box.scrollTop]);
  await page.keyboard.press("Control+End");
  await expect.poll(async () => (await corner())[1]).toBeGreaterThan(1000);
  await grid(page).evaluate((box) => box.scrollTo(box.scrollWidth, box.scrollTop));
  await page.keyboard.press("Control+Home");
  await expect.poll(() => focused(page)).toBe("cell-0-0");
  await expect.poll(corner).toEqual([0, 0]);
  // Also where one is there already, and only the box was moved.
  await grid(page).evaluate((box) => box.scrollTo(700, 4000));
  await page.keyboard.press("Control+Home");
  await expect.poll(corner).toEqual([0, 0]);
});

test("a sum that is pressed leads to what it sums up, and Escape and Back lead back to it", async () => {
  const { page } = coordinator;
  await open(page);
  await page.getByLabel("展开到").selectOption({ label: "首页栏目" });
  await expect(grid(page).getByRole("row", { expanded: true })).toHaveCount(0);
  const sum = grid(page).locator("button.grid-cell").first();
  const id = await sum.getAttribute("id");
  const column = /\d+$/.exec(id ?? "")?.[0];
  const title = (await sum.getAttribute("title")) ?? "";
  await sum.click();
  await expect(page.locator(`#${id}`)).toHaveCount(0);
  // The box has the focus, in the same department's column.
  await expect.poll(() => focused(page)).toMatch(new RegExp(`^cell-\\d+-${column}$`));
  await expect(page.locator(`#${await focused(page)}`)).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(page.locator(`#${id}`)).toHaveAttribute("title", title);
  await expect.poll(() => focused(page)).toBe(id);

  // By keys the same; and Back from a duty to its cell, also where that lies far down.
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).not.toBe(id);
  await page.getByLabel("展开到").selectOption({ label: "全部" });
  await page.getByLabel("展开到").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+End");
  await expect.poll(() => focused(page)).toMatch(/^cell-\d{3}-/);
  const place = await focused(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/matrix\/duties\/\d+$/);
  await page.goBack();
  await expect(grid(page).getByRole("row").nth(1)).toBeVisible(ARRIVED);
  await expect.poll(() => focused(page)).toBe(place);
  await expect(page.locator(`#${place}`)).toBeInViewport();
});

test("a level folds everything below it, and stands in the address", async () => {
  const { page } = coordinator;
  await open(page);
  await page.getByLabel("展开到").selectOption({ label: "首页栏目" });
  await expect(page).toHaveURL(/level=1/);
  await expect(grid(page).getByRole("row", { expanded: true })).toHaveCount(0);
  const homes = await grid(page).getAttribute("aria-rowcount");
  expect(Number(homes)).toBeLessThan(60);
  await picture(page, "matrix-grid-folded");
  await page.getByLabel("展开到").selectOption({ label: "一级栏目" });
  await expect(grid(page).getByRole("row", { expanded: true })).not.toHaveCount(0);
  // What is looked for is shown, whatever the level.
  await page.getByLabel("关键词").fill("历史沿革");
  await expect(grid(page).getByRole("rowheader", { name: "历史沿革" })).toBeVisible();
});

test("the initials of a department lead to it: it stands first", async () => {
  const { page } = coordinator;
  await open(page);
  await page.getByLabel("关键词").fill("xczj");
  const head = grid(page).getByRole("columnheader").nth(1);
  await expect(head).toHaveText("县财政局");
  await expect(head).toHaveClass(/grid-head__name--found/);
  await picture(page, "matrix-grid-found");
});

test("the heads stay where they are while the rest scrolls", async () => {
  const { page } = coordinator;
  await open(page);
  const corner = grid(page).getByRole("columnheader", { name: "栏目", exact: false }).first();
  const before = await corner.boundingBox();
  await grid(page).evaluate((box) => box.scrollTo(900, 6000));
  await expect(grid(page).getByRole("row").nth(8)).not.toHaveAttribute("aria-rowindex", "10");
  expect(await corner.boundingBox()).toEqual(before);
  const box = await grid(page).boundingBox();
  const head = await page.locator(".grid-head__name").last().boundingBox();
  const name = await page.locator(".grid-row__head").last().boundingBox();
  expect(head?.y).toBe((box?.y ?? 0) + 1);
  expect(name?.x).toBe((box?.x ?? 0) + 1);
  await picture(page, "matrix-grid");
  await noSeriousViolation(page);
});

test("ten times the county: the document stays small, and the end is reached by keys", async () => {
  const { page } = coordinator;
  const { duties, departments, last } = await tenTimes(page);
  expect([duties, departments]).toEqual([6420, 530]);
  await open(page);
  await expect(page.getByText("显示 6420 项")).toBeVisible(ARRIVED);
  const rows = Number(await grid(page).getAttribute("aria-rowcount"));
  expect(rows).toBeGreaterThan(duties);
  expect(Number(await grid(page).getAttribute("aria-colcount"))).toBeGreaterThan(400);
  expect(await nodes(page)).toBeLessThan(2000);
  await page.getByLabel("展开到").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+End");
  await expect.poll(() => focused(page)).toMatch(new RegExp(`^cell-${rows - 2}-\\d+$`));
  const end = grid(page).getByRole("row").last();
  await expect(end).toHaveAttribute("aria-rowindex", String(rows));
  await expect(end.getByRole("rowheader")).toHaveText(last);
  await expect(end.getByRole("rowheader")).toBeInViewport();
  expect(await nodes(page)).toBeLessThan(2000);
  for (let press = 0; press < 5; press++) await page.keyboard.press("PageUp");
  await expect.poll(() => focused(page)).toMatch(/^cell-\d+-\d+$/);
  expect(await focused(page)).not.toMatch(new RegExp(`^cell-${rows - 2}-`));
  await expect(page.locator(`#${await focused(page)}`)).toBeInViewport();
  expect(await nodes(page)).toBeLessThan(2000);
  await page.keyboard.press("Control+Home");
  await expect.poll(() => focused(page)).toBe("cell-0-0");
  await picture(page, "matrix-grid-ten-times");

  // Dragging the bar far down, the focus stays where it was and its place in the document.
  await grid(page).evaluate((box) => box.scrollTo(0, 150_000));
  await expect(grid(page).getByRole("row")).not.toHaveCount(0);
  await expect.poll(() => focused(page)).toBe("cell-0-0");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => focused(page)).toBe("cell-1-0");
  await expect(page.locator("#cell-1-0")).toBeInViewport();

  await page.getByLabel("关键词").fill("xczj");
  await expect(grid(page).getByRole("columnheader").nth(1)).toHaveText("县财政局");
  await expect(page.locator(".grid-head__name--found")).toHaveCount(TIMES);
  await page.unroute("**/api/v1/matrix");
});

test("ten times the county as a list: rows are made when they come near", async () => {
  const { page } = coordinator;
  await tenTimes(page);
  await page.goto("/matrix");
  await expect(page.getByText("显示 6420 项")).toBeVisible(ARRIVED);
  await expect(page.locator(".matrix-row").first()).toBeVisible();
  expect(await page.locator(".matrix-row").count()).toBeLessThan(1500);
  const group = page.locator(".matrix-group").last();
  await group.scrollIntoViewIfNeeded();
  await expect(group.locator(".matrix-row").first()).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".matrix-row")).toHaveCount(6420);
  await page.unroute("**/api/v1/matrix");
});

test("the list of a department prints with its name, the day and its head", async ({ browser }) => {
  const officer = await signIn(browser, server, "填录人员", "县财政局");
  const { page } = officer;
  await page.goto("/matrix");
  await expect(page.getByRole("button", { name: "打印" })).toBeVisible();
  await expect(page.locator(".paper__head")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".paper__head")).toContainText("县财政局网站栏目内容保障责任表");
  await expect(page.locator(".paper__head")).toContainText(/截至\d{4}年\d+月\d+日/);
  await expect(page.getByRole("button", { name: "打印" })).toBeHidden();
  await expect(page.locator(".page-header")).toBeHidden();
  expect(await page.locator(".matrix-table thead").evaluate((head) => getComputedStyle(head).display)).toBe(
    "table-header-group",
  );
  // A4 upright, nothing wider than the sheet.
  const width = Math.round((210 - 30) * (96 / 25.4));
  await page.setViewportSize({ width, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  const narrow = await page.locator(".matrix-table .badge:visible, .matrix-row__day:visible").evaluateAll((cells) =>
    cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
  );
  expect(narrow).toEqual([]);
  const folder = process.env.LANMU_PICTURES;
  const path = folder ? `${folder}/matrix-department.pdf` : undefined;
  const sheets = (await page.pdf({ path, preferCSSPageSize: true })).toString("latin1");
  expect(sheets).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
  // A page of its own name would begin after a blank sheet.
  expect(await page.locator(".matrix-on-paper").evaluate((list) => getComputedStyle(list).getPropertyValue("page"))).toBe("auto");
  await officer.context.close();
});

test("the grid fits a tablet and a telephone", async () => {
  const { page } = coordinator;
  for (const [size, name] of [[TABLET, "matrix-grid-tablet"], [PHONE, "matrix-grid-phone"]] as const) {
    await page.setViewportSize(size);
    await open(page);
    await expect(grid(page).getByRole("gridcell").first()).toBeVisible();
    const sideways = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
    expect(await page.evaluate(sideways)).toBe(false);
    await grid(page).scrollIntoViewIfNeeded();
    await picture(page, name);
  }
});
