// What axe finds on a page.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Findings that keep somebody out, in words; empty is what is wanted. */
export async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((v) => v.impact === "serious" || v.impact === "critical")
    .map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target} ${n.any[0]?.message}`).slice(0, 4)}`);
}

/** axe finds nothing serious. */
export async function noSeriousViolation(page: Page): Promise<void> {
  expect(await serious(page)).toEqual([]);
}
