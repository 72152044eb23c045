// Every main page at every size: nothing lies beside the page in any look. With LANMU_GALLERY the pictures of all of them
// are written to that folder, with an index.html to leaf through; `-g` chooses pages.
import { expect, test } from "@playwright/test";
import { type Shot, shoot, SIZES, writeIndex } from "../support/gallery";
import { signIn } from "../support/people";
import { beside, open, PEOPLE, PLACES, settled } from "../support/routes";
import { Server } from "../support/server";

// Route and view, as support/routes.ts has them.
const MAIN = {
  today: ["", undefined],
  inbox: ["inbox", undefined],
  card: ["inbox/:id", undefined],
  articles: ["articles", undefined],
  editor: ["articles/:id/edit", undefined],
  news: ["notifications", undefined],
  matrix: ["matrix", undefined],
  grid: ["matrix", "grid"],
  duty: ["matrix/duties/:id", undefined],
  calendar: ["calendar", undefined],
  overview: ["overview", undefined],
  roster: ["roster/:id", undefined],
  ledger: ["ledger", undefined],
  events: ["events", undefined],
  backups: ["backups", undefined],
  help: ["help", undefined],
} as const;

const folder = process.env.LANMU_GALLERY;

// It opens every page at five sizes; access.spec.ts looks at tablet and telephone on every run.
test.skip(!folder, "pictures are taken on request");
test.setTimeout(300_000);

let server: Server;
const shots: Shot[] = [];

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  if (folder) writeIndex(folder, shots);
  await server?.stop();
});

for (const [name, [route, view]] of Object.entries(MAIN)) {
  test(`${name} does not lie beside the screen at any size`, async ({ browser }) => {
    const place = PLACES.find((one) => one.route === route && one.view === view);
    if (!place) throw new Error(`no ${route} ${view}`);
    const { page, context } = await signIn(browser, server, ...PEOPLE[place.who]);
    await open(page, place);
    const address = page.url();
    for (const size of SIZES) {
      await page.setViewportSize({ width: size.width, height: size.height });
      await page.goto(address);
      await settled(page);
      expect(`${name} ${size.name} ${await beside(page)}`).toBe(`${name} ${size.name} 0`);
      if (folder) shots.push(...(await shoot(page, folder, name, size.name)));
    }
    await context.close();
  });
}
