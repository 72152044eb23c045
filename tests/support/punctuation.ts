// Punctuation that stands where Chinese typography does not put it.
import type { Page } from "@playwright/test";

/** Lines that begin with what closes, or end with what opens: each with the words around, empty is what is wanted. */
export async function misplacedPunctuation(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CLOSES = "，。、；：？！）》」』”’】％…";
    const OPENS = "（《「『“‘【";
    const found: string[] = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let before: { char: string; box: DOMRect; block: Element | null; words: string } | null = null;
    const blockOf = (node: Node) => {
      let element = node.parentElement;
      while (element && getComputedStyle(element).display.startsWith("inline") && !getComputedStyle(element).display.includes("-")) {
        element = element.parentElement;
      }
      return element;
    };
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const parent = node.parentElement;
      if (!parent || !node.data.trim() || parent.closest("script, style, .visually-hidden, svg, option, textarea")) continue;
      const block = blockOf(node);
      for (let at = 0; at < node.data.length; at += 1) {
        const char = node.data[at];
        if (!char.trim()) continue;
        const pair = CLOSES.includes(char) || (before !== null && OPENS.includes(before.char));
        // Only the two characters on both sides of where a line must not break are measured: it takes long.
        const first = OPENS.includes(char) || CLOSES.includes(node.data[at + 1] ?? "") || at + 1 === node.data.length;
        if (!pair && !first) continue;
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        if (box.width === 0) continue;
        const words = node.data.slice(Math.max(0, at - 8), at + 8).trim();
        if (pair && before?.block === block && box.top >= before.box.bottom - 2) found.push(`${before.words} ⏎ ${words}`);
        before = { char, box, block, words };
      }
    }
    return found;
  });
}
