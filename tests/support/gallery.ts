// Pictures of the main pages that a person can leaf through: one folder, one index.html.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

export const SIZES = [
  { name: "360", width: 360, height: 740 },
  { name: "820", width: 820, height: 1180 },
  { name: "1180", width: 1180, height: 820 },
  { name: "1440", width: 1440, height: 900 },
  { name: "3840", width: 3840, height: 2160 },
];

export const LOOKS = [
  { name: "浅色", theme: "light", letters: "normal" },
  { name: "深色", theme: "dark", letters: "normal" },
  { name: "高对比度", theme: "contrast", letters: "normal" },
  { name: "大字", theme: "light", letters: "large" },
];

export interface Shot {
  page: string;
  size: string;
  look: string;
  file: string;
}

/** Puts the look on, and waits until nothing changes its colour any more. */
export async function wear(page: Page, look: { theme: string; letters: string }): Promise<void> {
  await page.evaluate(async ({ theme, letters }) => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.dataset.letters = letters;
    // Asked for after the styles were computed anew: transitions begin with that.
    document.body.getBoundingClientRect();
    const begun = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(begun.map((one) => one.finished));
  }, look);
}

/** Takes the page in every look; gives what was taken. */
export async function shoot(page: Page, folder: string, name: string, size: string): Promise<Shot[]> {
  mkdirSync(folder, { recursive: true });
  const shots: Shot[] = [];
  for (const [index, look] of LOOKS.entries()) {
    await wear(page, look);
    const file = `${name}-${size}-${index}.png`;
    await page.screenshot({ path: join(folder, file), animations: "disabled" });
    shots.push({ page: name, size, look: look.name, file });
  }
  return shots;
}

/** Writes the page with which one leafs through them: arrow keys change page and size, L the look. */
export function writeIndex(folder: string, shots: Shot[]): void {
  const html = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>界面图册</title>
<style>
body { margin: 0; font-family: sans-serif; background: #333; color: #fff; text-align: center; }
form { position: sticky; top: 0; padding: 8px; background: #222; }
select { font: inherit; margin: 0 8px; }
img { max-width: 100%; background: #fff; }
</style>
<form>
<label>页面 <select id="page"></select></label>
<label>宽度 <select id="size"></select></label>
<label>外观 <select id="look"></select></label>
<span>← → 换页面，↑ ↓ 换宽度，L 换外观</span>
</form>
<p><img id="shot" alt=""></p>
<script>
const shots = ${JSON.stringify(shots)};
const parts = ["page", "size", "look"].map((name) => document.getElementById(name));
for (const part of parts) {
  for (const value of new Set(shots.map((shot) => shot[part.id]))) part.add(new Option(value));
  part.onchange = show;
}
function show() {
  const shot = shots.find((shot) => parts.every((part) => shot[part.id] === part.value));
  const image = document.getElementById("shot");
  image.src = shot ? shot.file : "";
  image.alt = shot ? parts.map((part) => part.value).join(" ") : "没有这张图";
}
function turn(part, by) {
  part.selectedIndex = (part.selectedIndex + by + part.length) % part.length;
  show();
}
addEventListener("keydown", (event) => {
  const keys = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 1], ArrowUp: [1, -1], l: [2, 1] };
  const found = keys[event.key];
  if (!found) return;
  event.preventDefault();
  turn(parts[found[0]], found[1]);
});
show();
</script>
</html>
`;
  writeFileSync(join(folder, "index.html"), html);
}
