// Going through a page by Tab alone.
import type { Page } from "@playwright/test";

/** Tab goes from one to the next until the one with this name, and this role where one is given, has the focus. */
export async function tabTo(page: Page, name: string | RegExp, role = ""): Promise<void> {
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(
      (role) => {
        const element = document.activeElement as HTMLElement | null;
        if (!element) return null;
        const label = element.closest("label") ?? (element.id ? document.querySelector(`label[for="${element.id}"]`) : null);
        const named = document.getElementById(element.getAttribute("aria-labelledby") ?? "");
        const words = [element.getAttribute("aria-label"), named?.textContent, label?.textContent, element.innerText];
        const own = words.find((text) => text) ?? "";
        return role && element.getAttribute("role") !== role ? null : own.trim();
      },
      role,
    );
    if (found !== null && (typeof name === "string" ? found === name : name.test(found))) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}
