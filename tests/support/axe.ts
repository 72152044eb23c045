// What axe finds on a page.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

// What passes is not looked up again, and all styles are the page's own: both only cost time.
const QUICK = { resultTypes: ["violations" as const], preload: false };

const found = (builder: AxeBuilder) =>
  builder.analyze().then(({ violations }) =>
    violations
      .filter((v) => v.impact === "serious" || v.impact === "critical")
      .map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target} ${n.any[0]?.message}`).slice(0, 4)}`),
  );

/** Findings that keep somebody out, in words; empty is what is wanted. */
export async function serious(page: Page): Promise<string[]> {
  return found(new AxeBuilder({ page }).options(QUICK));
}

/** The same, with the targets of 24 pixels that WCAG 2.2 asks for. The page has to stand where it was opened: what lies half under the head, which stays, counts as too small. */
export async function seriousWithTargets(page: Page): Promise<string[]> {
  return found(new AxeBuilder({ page }).options({ ...QUICK, rules: { "target-size": { enabled: true } } }));
}

/** Findings about the colours of the page itself: in another theme nothing else is different. Strict asks for 7 : 1. */
export async function illegible(page: Page, strict = false): Promise<string[]> {
  const values = strict ? ["color-contrast-enhanced"] : ["color-contrast", "link-in-text-block"];
  return found(new AxeBuilder({ page }).include("main").options({ ...QUICK, runOnly: { type: "rule", values } }));
}

/** axe finds nothing serious. */
export async function noSeriousViolation(page: Page): Promise<void> {
  expect(await serious(page)).toEqual([]);
}
