// An answer that is on its way for as long as a test wants.
import type { Page } from "@playwright/test";

/** Holds back what is asked for at this address, until what it gives is called. Who cancelled meanwhile gets nothing. */
export async function hold(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  return release;
}
