// Every main page at every size: nothing lies beside the page in any look. With LANMU_GALLERY the pictures of all of them
// are written to that folder, with an index.html to leaf through.
import { expect, test } from "@playwright/test";
import { type Shot, shoot, SIZES, writeIndex } from "../support/gallery";
import { signIn } from "../support/people";
import { Server } from "../support/server";

const PEOPLE = [
  { post: "填录人员", department: "县政府办公室", pages: { today: "/", articles: "/articles", new: "/articles/new" } },
  { post: "股室领导", department: "县政府办公室", pages: { inbox: "/inbox", news: "/notifications" } },
  {
    post: "协调人",
    department: "",
    pages: { overview: "/overview", calendar: "/calendar", matrix: "/matrix?q=旅游", ledger: "/ledger", events: "/events" },
  },
];

const folder = process.env.LANMU_GALLERY;

// It opens every page at five sizes; access.spec.ts looks at tablet and telephone on every run.
test.skip(!folder, "pictures are taken on request");
test.setTimeout(900_000);

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

test("no main page lies beside the screen at any size", async ({ browser }) => {
  const shots: Shot[] = [];
  for (const { post, department, pages } of PEOPLE) {
    const { page, context } = await signIn(browser, server, post, department);
    for (const size of SIZES) {
      await page.setViewportSize({ width: size.width, height: size.height });
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
        await expect(page.locator(".loading")).toHaveCount(0, { timeout: 30_000 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(`${path} ${size.name} ${over}`).toBe(`${path} ${size.name} 0`);
        if (folder) shots.push(...(await shoot(page, folder, name, size.name)));
      }
    }
    await context.close();
  }
  if (folder) writeIndex(folder, shots);
});
