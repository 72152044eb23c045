// Every page, by somebody who may see it: axe finds nothing serious in any theme, no page scrolls sideways, and no line
// begins with a comma.
import { expect, type Page, test } from "@playwright/test";
import { illegible, seriousWithTargets } from "../support/axe";
import { LOOKS, wear } from "../support/gallery";
import { PC, signIn } from "../support/people";
import { misplacedPunctuation } from "../support/punctuation";
import { beside, open, PEOPLE, PLACES, routesOfTheApp, type Who } from "../support/routes";
import { Server } from "../support/server";

// A desk at 200 %, a tablet, the smallest telephone, and what WCAG 1.4.10 asks for.
const WIDTHS = [820, 640, 360, 320];
// Letters of 125 % on 320 pixels are more than anybody asks for.
const WIDTHS_LARGE = [820, 360];

const AT_ONCE = 7;

// axe looks long at large tables, and the machine may be small.
test.setTimeout(300_000);

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

/** What somebody could not read or use on the page that is open. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const look of LOOKS) {
    await page.setViewportSize(PC);
    await wear(page, look);
    const large = look.letters === "large";
    const plain = look.theme === "light" && !large;
    // Large letters have the colours of the light theme.
    if (!large) {
      const bad = plain ? await seriousWithTargets(page) : await illegible(page, look.theme === "contrast");
      found.push(...bad.map((words) => `${look.name} ${words}`));
    }
    if (look.theme !== "light") continue;
    for (const width of plain ? WIDTHS : WIDTHS_LARGE) {
      await page.setViewportSize({ width, height: 800 });
      const over = await beside(page);
      if (over !== 0) found.push(`${look.name} ${over} beside the page at ${width}`);
      found.push(...(await misplacedPunctuation(page)).map((words) => `${look.name} at ${width}: ${words}`));
    }
  }
  return found;
}

test("every route of the SPA is in the list", () => {
  const routes = routesOfTheApp();
  expect(routes.length).toBeGreaterThan(30);
  const listed = new Set(PLACES.map((place) => place.route));
  expect(routes.filter((route) => !listed.has(route))).toEqual([]);
  expect([...listed].filter((route) => !routes.includes(route))).toEqual([]);
});

for (const who of Object.keys(PEOPLE) as Who[]) {
  const [post, department] = PEOPLE[who];
  const places = PLACES.filter((place) => place.who === who);
  for (let from = 0; from < places.length; from += AT_ONCE) {
    test(`${post}: pages from ${from + 1} on can be read and used in every theme and width`, async ({ browser }) => {
      const { page, context } = await signIn(browser, server, post, department);
      for (const place of places.slice(from, from + AT_ONCE)) {
        await page.setViewportSize(PC);
        await open(page, place);
        const name = `/${place.route} ${place.view ?? ""}`;
        expect.soft((await faults(page)).map((words) => `${name} ${words}`)).toEqual([]);
      }
      await context.close();
    });
  }
}
