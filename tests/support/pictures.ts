// The pictures of the README and the manual. They are taken where the tests stand anyway, so that
// they are never out of date; LANMU_PICTURES names the folder, without it nothing is written.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.LANMU_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}
