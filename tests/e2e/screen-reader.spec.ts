// What a screen reader is told: the accessibility tree of the main views, and names and errors of fields.
import { expect, test } from "@playwright/test";
import { call } from "../support/api";
import { signIn } from "../support/people";
import { open, PEOPLE, PLACES } from "../support/routes";
import { Server } from "../support/server";

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

test("a screen reader is told who one is, what is to be done and what to decide", async ({ browser }) => {
  const officer = await signIn(browser, server, "填录人员", "县政府办公室");
  await expect(officer.page.getByRole("banner")).toMatchAriaSnapshot(`
    - banner:
      - link /政务公开内容保障平台/
      - button "搜索"
      - link /^消息/
      - button "显示"
      - button "退出"
  `);
  await expect(officer.page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "今日待办" [level=1]
      - list:
        - listitem
  `);
  await officer.context.close();

  const head = await signIn(browser, server, "股室领导", "县政府办公室");
  await head.page.goto("/inbox");
  await expect(head.page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "审核箱" [level=1]
  `);
  const first = (await call(head.page, "GET", "/inbox")).body.items[0];
  await head.page.goto(`/inbox/${first.id}`);
  await expect(head.page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - article:
        - navigation "所在位置":
          - list:
            - listitem:
              - link "审核箱"
            - listitem: ${JSON.stringify(first.title)}
        - heading ${JSON.stringify(first.title)} [level=1]
        - group "查看方式":
          - button "全文" [pressed]
        - region "稿件内容"
        - group "审核决定":
          - group "保密审查结论":
            - radio "不涉密，可以公开"
            - radio "涉密或敏感，不得公开"
          - textbox "审核意见（可不填）"
          - button "退回"
          - button "同意"
  `);
  await head.context.close();

});

// By route and view; what may not be missing from the page, in its order.
const TREES: [string, string | undefined, string][] = [
  [
    "articles/:id/edit",
    undefined,
    `
    - main:
      - navigation "所在位置"
      - heading "修改稿件" [level=1]
      - textbox "标题": 政务公开培训通知
      - toolbar "正文格式":
        - button "正文"
        - button "链接"
      - textbox "正文"
      - region "附件与图片":
        - button "上传图片或文件"
      - region "保密预检":
        - status: 未发现问题。
      - combobox "拟发布栏目"
      - textbox "文号"
      - group "来源":
        - radio "原创" [checked]
        - radio "转载"
      - group "公开属性":
        - radio "主动公开" [checked]
      - button "保存草稿"
      - button "签署初审并提交"
    `,
  ],
  [
    "matrix",
    undefined,
    `
    - main:
      - heading "责任矩阵" [level=1]
      - group "导出":
        - link "导出 XLSX"
        - link "导出 CSV"
      - group "视图":
        - button "列表" [pressed]
      - group "按状态筛选":
        - button /空白 \\d+/
      - search "筛选责任矩阵":
        - searchbox "关键词": 三农
        - combobox "责任部门"
      - table "责任矩阵":
        - rowgroup:
          - row:
            - columnheader "栏目"
            - columnheader "更新要求"
            - columnheader "责任部门"
            - columnheader "状态"
            - columnheader "期限"
    `,
  ],
  [
    "matrix",
    "grid",
    `
    - main:
      - heading "责任矩阵" [level=1]
      - group "视图":
        - button "栏目×部门" [pressed]
      - treegrid "责任矩阵：栏目×部门":
        - row:
          - columnheader "县农业农村局"
        - rowgroup:
          - row [expanded]:
            - rowheader:
              - button "三农服务 9 项" [expanded]
          - row:
            - rowheader:
              - link "三农工作情况"
            - gridcell /县农业农村局：.+/
    `,
  ],
  [
    "matrix/duties/:id",
    undefined,
    `
    - main:
      - navigation "所在位置":
        - list:
          - listitem:
            - link "责任矩阵"
      - heading [level=1]
      - region "更新情况":
        - table:
          - rowgroup:
            - row "责任部门 状态 期限 最近更新 计算说明"
      - region "适用规则":
        - list
      - region /\\d+年全年情况/:
        - list:
          - listitem:
            - img
    `,
  ],
  [
    "calendar",
    undefined,
    `
    - main:
      - heading "更新日历" [level=1]
      - group "视图":
        - button "月历" [pressed]
      - heading /\\d+年\\d+月/ [level=2]
      - grid /\\d+年\\d+月/:
        - row "周 一 周 二 周 三 周 四 周 五 周 六 周 日"
        - row:
          - gridcell /\\d+年\\d+月\\d+日（周一）/
    `,
  ],
  [
    "overview",
    undefined,
    `
    - main:
      - heading "统计分析" [level=1]
      - region "审核等待情况":
        - group:
          - img /共 \\d+ 件等待审核/
        - group: 查看数据表
      - region "未来 30 天到期情况":
        - group:
          - img /30 天内到期 \\d+ 项/
      - combobox "按时率比较部门"
      - region "按时率变化"
      - region "各部门栏目更新情况"
    `,
  ],
  [
    "roster/:id",
    undefined,
    `
    - main:
      - heading "县政府办公室工作机构" [level=1]
      - textbox "查看日期（默认今天）"
      - button "打开日历"
      - region "工作机构表":
        - region "工作机构表":
          - table "工作机构表":
            - rowgroup:
              - row "类别 姓名 职务 座机 手机 起止日期 操作":
                - columnheader "姓名":
                  - button "姓名"
    `,
  ],
  [
    "matrix/check",
    undefined,
    `
    - main:
      - heading "责任表核查" [level=1]
      - group "按类别筛选":
        - button /部门名称不一致 \\d+/ [pressed]
      - status: /共 \\d+ 项/
      - region "责任表核查":
        - table "责任表核查"
    `,
  ],
];

for (const [route, view, tree] of TREES) {
  test(`the tree of /${route} ${view ?? ""}`, async ({ browser }) => {
    const place = PLACES.find((one) => one.route === route && one.view === view);
    if (!place) throw new Error(`no ${route} ${view}`);
    const { page, context } = await signIn(browser, server, ...PEOPLE[place.who]);
    await open(page, place);
    await expect(page.getByRole("main")).toMatchAriaSnapshot(tree);
    await context.close();
  });
}

test("what is wrong with a field is said of that field", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, ...PEOPLE.officer);
  await page.goto("/articles/new");
  const title = page.getByRole("textbox", { name: "标题" });
  await expect(title).toHaveAttribute("aria-invalid", "false");
  await page.getByRole("button", { name: "签署初审并提交" }).click();
  await expect(title).toHaveAttribute("aria-invalid", "true");
  await expect(title).toHaveAccessibleDescription(/标题/);
  const column = page.getByRole("combobox", { name: "拟发布栏目" });
  await expect(column).toHaveAttribute("aria-invalid", "true");
  await expect(column).toHaveAccessibleDescription(/栏目/);
  await context.close();
});
