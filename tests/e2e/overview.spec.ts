// The plots at every size: all of each is seen, or a line says that it scrolls; letters are never too small.
import { expect, type Page, test } from "@playwright/test";
import { LOOKS, SIZES, wear } from "../support/gallery";
import { signIn } from "../support/people";
import { settled } from "../support/routes";
import { Server } from "../support/server";

const LETTER_MIN = 12;

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

interface Seen {
  title: string;
  drawings: number;
  scrolls: boolean;
  hint: boolean;
  letter: number;
  outside: string[];
}

/** What is seen of each plot. */
function plots(page: Page): Promise<Seen[]> {
  return page.locator(".figure").evaluateAll((all) =>
    all.map((figure) => {
      const shown = [...figure.querySelectorAll<HTMLElement>(".figure__drawing")].filter((one) => one.offsetParent);
      const box = shown[0].querySelector(".figure__box")!;
      const drawing = box.querySelector("svg")!;
      const edge = drawing.getBoundingClientRect();
      const scale = edge.width / drawing.viewBox.baseVal.width;
      const texts = [...drawing.querySelectorAll("text")].filter((one) => one.textContent?.trim());
      const outside = texts.filter((one) => {
        const own = one.getBoundingClientRect();
        return own.left < edge.left - 1 || own.right > edge.right + 1 || own.top < edge.top - 1 || own.bottom > edge.bottom + 1;
      });
      return {
        title: figure.querySelector("h2")!.textContent!,
        drawings: shown.length,
        scrolls: box.scrollWidth > box.clientWidth,
        hint: shown[0].querySelector(".figure__hint")!.clientHeight > 0,
        letter: Math.min(...texts.map((one) => scale * Number.parseFloat(getComputedStyle(one).fontSize))),
        outside: outside.map((one) => one.textContent!),
      };
    }),
  );
}

test("a plot is seen whole or says that it scrolls, with letters one can read", async ({ browser }) => {
  const { page, context } = await signIn(browser, server, "协调人");
  await page.goto("/overview");
  await page.getByLabel("按时率比较部门").selectOption({ label: "县公安局" });
  for (const size of SIZES) {
    await page.setViewportSize({ width: size.width, height: size.height });
    await settled(page);
    await expect(page.locator(".figure")).toHaveCount(4);
    const letters: number[][] = [];
    for (const look of [LOOKS[0], LOOKS[3]]) {
      await wear(page, look);
      const seen = await plots(page);
      for (const { title, drawings, scrolls, hint, letter, outside } of seen) {
        const name = `${title} ${size.name} ${look.name}`;
        expect.soft({ name, drawings, outside, hint }).toEqual({ name, drawings: 1, outside: [], hint: scrolls });
        expect.soft(letter, name).toBeGreaterThanOrEqual(LETTER_MIN - 0.05);
        // A map in pieces is none: only that one is wider than a telephone, or than a tablet with large letters.
        if (title !== "各部门栏目更新情况") expect.soft(scrolls, name).toBe(false);
      }
      letters.push(seen.map(({ letter }) => letter));
    }
    const [normal, large] = letters;
    // The map of all departments fills a tablet with either.
    for (const n of [0, 1, 2]) expect.soft(large[n], `${size.name} ${n}`).toBeGreaterThan(normal[n] * 1.1);
  }
  await context.close();
});
