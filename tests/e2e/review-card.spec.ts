// The review card on a tablet: everything on one screen, what changed, the way on, return, signature.
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { call } from "../support/api";
import { picture } from "../support/pictures";
import { PC, type Person, signIn } from "../support/people";
import { Server } from "../support/server";

const DEPARTMENT = "县农业农村局";
const SIZES = [
  { width: 820, height: 1180 },
  { width: 1180, height: 820 },
];
const body = (month: string, link: string, sum: string) =>
  `<p>各乡（镇）人民政府：</p><p>请于${month}月五日前报送春耕生产情况，详见<a href="https://www.example.gov.cn/${link}">附件</a>。</p>` +
  `<table><tbody><tr><th>项目</th><th>金额</th></tr><tr><td>道路</td><td>${sum}</td></tr></tbody></table>` +
  "<p>报送材料须经单位负责人审核签字，逾期未报的予以通报。</p>".repeat(12);

let server: Server;
let officer: Person;
let head: Person;
let departmentId: number;
let columnId: number;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  officer = await signIn(browser, server, "填录人员", DEPARTMENT);
  head = await signIn(browser, server, "股室领导", DEPARTMENT);
  const departments = await call(officer.page, "GET", "/departments");
  departmentId = departments.body.find((d: { name: string }) => d.name === DEPARTMENT).id;
  await officer.page.goto("/articles/new");
  const option = officer.page.getByLabel("拟发布栏目").locator("option").nth(1);
  columnId = Number(await option.getAttribute("value"));
});

test.afterAll(async () => {
  await Promise.all([officer, head].map((person) => person?.context.close()));
  await server?.stop();
});

function content(title: string, html: string) {
  return {
    title,
    document_number: "",
    column_id: columnId,
    source: { kind: "original" },
    body: html,
    attribute: "proactive",
    attribute_reason: "",
    legal_basis: "",
  };
}

async function view(page: Page, id: number) {
  return (await call(page, "GET", `/articles/${id}`)).body;
}

/** An act through the API, naming what the view shows. */
async function act(person: Person, id: number, verb: string, form: object = {}) {
  const seen = await view(person.page, id);
  const answer = await call(person.page, "POST", `/articles/${id}/${verb}`, {
    version: seen.version,
    revision: seen.revision,
    ...form,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

/** Written and submitted; approved by the section head too, where it is for the leader. */
async function item(title: string, html = "<p>内容。</p>", forLeader = true): Promise<number> {
  const draft = { department_id: departmentId, content: content(title, html) };
  const created = await call(officer.page, "POST", "/articles", draft);
  expect(created.status, JSON.stringify(created.body)).toBe(201);
  const id = created.body.row.id;
  await act(officer, id, "submit");
  if (forLeader) await act(head, id, "approve", { secrecy: "clear" });
  return id;
}

async function leaderAt(browser: Browser, size: { width: number; height: number }): Promise<Person> {
  return signIn(browser, server, "分管领导", DEPARTMENT, size);
}

/** The words without what is only for screen readers. */
async function words(parts: Locator): Promise<string[]> {
  return parts.evaluateAll((elements) =>
    elements.map((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      copy.querySelectorAll(".visually-hidden").forEach((hidden) => hidden.remove());
      return copy.textContent ?? "";
    }),
  );
}

async function fitsOneScreen(page: Page): Promise<void> {
  for (const name of ["同意", "退回"]) {
    const button = page.getByRole("button", { name, exact: true });
    await expect(button).toBeInViewport({ ratio: 1 });
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport({ ratio: 1 });
  const size = await page.evaluate(() => {
    const root = document.documentElement;
    const text = document.querySelector(".review-card__text");
    return {
      over: root.scrollHeight - root.clientHeight,
      aside: root.scrollWidth - root.clientWidth,
      text: text?.clientHeight ?? 0,
      inside: (text?.scrollHeight ?? 0) > (text?.clientHeight ?? 0),
    };
  });
  expect(size.over, "the page does not scroll").toBeLessThanOrEqual(0);
  expect(size.aside, "nor sideways").toBeLessThanOrEqual(0);
  expect(size.text, "room to read").toBeGreaterThan(200);
  expect(size.inside, "the text scrolls in its own part").toBe(true);
}

/** Nothing that axe calls serious. */
async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
  expect(serious.map((v) => [v.id, v.nodes.map((n) => n.html)])).toEqual([]);
}

/** A finger on the glass, as the browser gets it from the system. */
async function finger(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: string, points: [number, number][]) =>
    session.send("Input.dispatchTouchEvent", {
      type: type as "touchStart",
      touchPoints: points.map(([x, y]) => ({ x, y })),
    });
  await send("touchStart", [from]);
  for (let step = 1; step <= 8; step++) {
    const along = (a: number, b: number) => a + ((b - a) * step) / 8;
    await send("touchMove", [[along(from[0], to[0]), along(from[1], to[1])]]);
  }
  await send("touchEnd", []);
  await session.detach();
}

for (const size of SIZES) {
  const at = `${size.width}×${size.height}`;

  test(`${at}: one tap to what changed, on one screen, and two taps to release`, async ({ browser }) => {
    const leader = await leaderAt(browser, size);
    const { page } = leader;
    const title = `春耕生产情况报送${size.width}`;
    const id = await item(title, body("三", "1", "120"));
    await page.goto(`/inbox/${id}`);
    await expect(page.getByText("各乡（镇）人民政府")).toBeVisible();
    await fitsOneScreen(page);
    await page.getByRole("button", { name: "与已发布对比" }).tap();
    await expect(page.getByText("首次发布，网站上尚无此稿。")).toBeVisible();
    await act(leader, id, "return", { reasons: ["content"], reason: "时间有误" });

    const seen = await view(officer.page, id);
    const changed = { version: seen.version, content: content(title, body("四", "2", "125")) };
    expect((await call(officer.page, "PUT", `/articles/${id}`, changed)).status).toBe(200);
    await act(officer, id, "submit");
    await act(head, id, "approve", { secrecy: "clear" });

    await page.goto("/inbox");
    await expect(page.getByRole("listitem").filter({ hasText: title })).toContainText("已退回 1 次");
    await page.getByRole("link", { name: title }).tap();
    await expect(page.getByText("与您上次看到的版本相比，共 3 处变动。")).toBeVisible();
    const text = page.locator(".diff.article-body");
    await expect(text.locator("ins")).toHaveCount(3);
    expect(await words(text.locator("del"))).toEqual(["三", "https://www.example.gov.cn/1", "120"]);
    expect(await words(text.locator("ins"))).toEqual(["四", "https://www.example.gov.cn/2", "125"]);
    expect(await words(text.locator(".diff__note"))).toEqual([
      "［链接由 https://www.example.gov.cn/1 改为 https://www.example.gov.cn/2］",
    ]);
    await expect(page.getByText("栏目期限")).toBeVisible();
    await fitsOneScreen(page);
    await accessible(page);
    await picture(page, `review-card-${size.width}`);

    await page.getByRole("button", { name: "同意", exact: true }).tap();
    await expect(page.getByText("已审发：待填录人员登记发布地址。")).toBeVisible();
    await leader.context.close();
  });

  test(`${at}: swipe and keys lead on, scrolling and typing do not`, async ({ browser }) => {
    const leader = await leaderAt(browser, size);
    const { page } = leader;
    const wide = `<table><tbody><tr>${"<td>很宽的一格内容</td>".repeat(30)}</tr></tbody></table>`;
    const ids = [await item("滑动一", wide + body("三", "1", "1")), await item("滑动二"), await item("滑动三")];
    const is = (n: number) => expect(page).toHaveURL(new RegExp(`/inbox/${ids[n]}$`));
    const ready = async (n: number) => {
      await is(n);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(["滑动一", "滑动二", "滑动三"][n]);
      await expect(page.getByRole("link", { name: n < 2 ? "下一件" : "上一件" })).toBeVisible();
    };
    await page.goto(`/inbox/${ids[0]}`);
    await ready(0);
    const box = (await page.locator(".review-card__text").boundingBox())!;
    const [left, right] = [box.x + 60, box.x + box.width - 60];
    const middle = box.y + box.height - 60;
    // On the wide table it moves the table, upright it scrolls.
    const table = (await page.locator(".review-card__text table").first().boundingBox())!;
    await finger(page, [right, table.y + table.height / 2], [left, table.y + table.height / 2]);
    await expect.poll(() => page.locator(".review-card__text table").first().evaluate((t) => t.scrollLeft)).toBeGreaterThan(50);
    await finger(page, [right, middle], [right - 90, box.y + 20]);
    await is(0);
    await finger(page, [right, middle], [left, middle]);
    await ready(1);
    await finger(page, [left, middle], [right, middle + 8]);
    await ready(0);

    await page.keyboard.press("j");
    await ready(1);
    await page.keyboard.press("ArrowRight");
    await ready(2);
    await page.keyboard.press("k");
    await ready(1);
    await page.keyboard.press("ArrowLeft");
    await ready(0);
    await page.getByLabel("审核意见（可不填）").click();
    await page.keyboard.type("jk");
    await page.keyboard.press("ArrowRight");
    await is(0);
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("j");
    await expect(page.getByText("您填写的内容尚未提交", { exact: false })).toBeVisible();
    await is(0);
    await page.getByRole("link", { name: "下一件" }).tap();
    await ready(1);
    for (const id of ids) await act(leader, id, "return", { reasons: ["format"] });
    await leader.context.close();
  });

  test(`${at}: a signature is drawn, kept and shown`, async ({ browser }) => {
    const leader = await leaderAt(browser, size);
    const { page } = leader;
    const id = await item("手写签名的稿件");
    await page.goto(`/inbox/${id}`);
    await page.getByRole("button", { name: "手写签名" }).tap();
    const dialog = page.getByRole("dialog");
    const pad = dialog.getByRole("img", { name: "签名框" });
    const box = (await pad.boundingBox())!;
    await finger(page, [box.x + 40, box.y + 40], [box.x + 200, box.y + 90]);
    await finger(page, [box.x + 60, box.y + 100], [box.x + 120, box.y + 20]);
    const drawn = () => pad.locator("path").getAttribute("d");
    const strokes = async () => (await drawn())?.match(/M/g)?.length;
    await expect.poll(strokes).toBe(2);
    // Not a tap: within 300 ms of a stroke the browser takes one for the second half of a double tap.
    await dialog.getByRole("button", { name: "撤销一笔" }).click();
    await expect.poll(strokes).toBe(1);
    await accessible(page);
    await dialog.getByRole("button", { name: "完成" }).tap();
    await expect(page.getByRole("button", { name: "已签名，点按重签" })).toBeVisible();
    await picture(page, `review-signed-${size.width}`);
    await page.getByRole("button", { name: "同意", exact: true }).tap();
    await expect(page.getByRole("img", { name: `${leader.account.name}的手写签名` })).toBeVisible();
    expect((await view(page, id)).opinions[0].signature).toMatch(/^M\d+ \d+(L\d+ \d+)+$/);
    await leader.context.close();
  });
}

for (const size of SIZES) {
  test(`${size.width}×${size.height}: the second review with its conclusion fits too`, async ({ browser }) => {
    const title = `关于进一步做好全县春耕生产物资供应保障和农业技术服务工作有关事项的通知（${size.width}）`;
    const id = await item(title, body("三", "1", "120"), false);
    const tablet = await signIn(browser, server, "股室领导", DEPARTMENT, size);
    await tablet.page.goto(`/inbox/${id}`);
    await expect(tablet.page.getByRole("radio", { name: "不涉密，可以公开" })).toBeInViewport({ ratio: 1 });
    await fitsOneScreen(tablet.page);
    await picture(tablet.page, `review-section-${size.width}`);
    await act(tablet, id, "return", { reasons: ["format"] });
    await tablet.context.close();
  });
}

test("the leader has the second review done again", async ({ browser }) => {
  const leader = await leaderAt(browser, SIZES[0]);
  const { page } = leader;
  const id = await item("退回重审的稿件");
  await page.goto(`/inbox/${id}`);
  await page.getByRole("button", { name: "退回", exact: true }).tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "退回股室领导重新审核" }).check();
  await dialog.getByRole("button", { name: "确认退回" }).tap();
  await expect(dialog.getByText("请选择退回原因，或填写退回理由。")).toBeVisible();
  await dialog.getByRole("button", { name: "依据不足" }).tap();
  await expect(dialog.getByText("初审继续有效", { exact: false })).toBeVisible();
  await accessible(page);
  await picture(page, "return-dialog");
  await dialog.getByRole("button", { name: "确认退回" }).tap();
  await expect(page.getByText("待审核：等待股室领导审核。")).toBeVisible();
  await leader.context.close();

  await head.page.goto("/inbox");
  await head.page.getByRole("link", { name: "退回重审的稿件" }).click();
  await expect(head.page.getByText("退回股室领导", { exact: false }).first()).toBeVisible();
  await expect(head.page.getByText("依据不足")).toBeVisible();
  await head.page.getByRole("button", { name: "全文" }).click();
  await head.page.getByRole("radio", { name: "不涉密，可以公开" }).check();
  await head.page.getByRole("button", { name: "同意", exact: true }).click();
  await expect(head.page.getByText("待审发：等待分管领导审发。")).toBeVisible();
});

test("a marked passage reaches the officer, on the page and in the editor", async () => {
  const id = await item("标注原文的稿件", "<p>请于<strong>三月五日</strong>前报送。</p><p>联系人另行通知。</p>", false);
  const { page } = head;
  await page.goto(`/inbox/${id}`);
  await page.getByRole("button", { name: "全文" }).click();
  await page.locator(".article-body strong").dblclick();
  await page.locator(".article-body strong").evaluate((element) => {
    getSelection()?.selectAllChildren(element);
  });
  await page.getByRole("button", { name: "就此处退回" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("原文：“三月五日”")).toBeVisible();
  await dialog.getByRole("button", { name: "内容有误" }).click();
  await dialog.getByRole("button", { name: "确认退回" }).click();
  await expect(page.getByText("已退回：待填录人员修改后重新提交。")).toBeVisible();

  const own = officer.page;
  await own.goto(`/articles/${id}`);
  await expect(own.locator(".article-body mark")).toHaveText("三月五日");
  await expect(own.getByText("1 次")).toBeVisible();
  await own.goto(`/articles/${id}/edit`);
  await expect(own.getByText("内容有误", { exact: false })).toBeVisible();
  await own.getByRole("button", { name: "在正文中查看" }).click();
  expect(await own.evaluate(() => getSelection()?.toString())).toBe("三月五日");
  await expect.poll(() => own.evaluate(() => (CSS as never as { highlights: Map<string, unknown> }).highlights.has("passage"))).toBe(true);
  await accessible(own);
  // What was marked is not part of what is stored.
  expect((await view(own, id)).content.body).not.toContain("mark");
});

test("on a telephone and a PC nothing is cut off", async ({ browser }) => {
  const id = await item("小屏幕上的稿件", body("三", "1", "120"));
  for (const size of [{ width: 390, height: 844 }, PC]) {
    const leader = await leaderAt(browser, size);
    await leader.page.goto(`/inbox/${id}`);
    for (const name of ["同意", "退回"]) {
      await expect(leader.page.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
    const aside = await leader.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(aside).toBeLessThanOrEqual(0);
    await picture(leader.page, `review-card-${size.width}`);
    await leader.context.close();
  }
});
