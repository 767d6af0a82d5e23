// Checks the gallery's pages in Chromium. scripts/gallery installs the dependencies and runs it.

import { mkdirSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { AXE, RULES, startChromium } from "./browser.mjs";

const [chromiumPath, pages, pictures] = process.argv.slice(2);
const KINDS = [];
for (const language of ["en", "de", "ar", "ja", "hi", "pseudo"]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 390, 1024]) KINDS.push({ language, colorScheme, width });
  }
}
for (const colorScheme of ["light", "dark"]) KINDS.push({ language: "harbour", colorScheme, width: 390 });
// The other scripts, and the longest words, in the narrowest window.
for (const language of ["fi", "fa", "zh-Hans", "bn", "th", "el", "ru"]) KINDS.push({ language, colorScheme: "light", width: 320 });
// Text of 200 % (WCAG 2.2, 1.4.4).
for (const language of ["en", "de", "fi", "ar", "el", "ru"]) KINDS.push({ language, colorScheme: "light", width: 360, text: 2 });
// The window as it opens, and the narrowest with the demo's two panes.
for (const width of [520, 768]) KINDS.push({ language: "en", colorScheme: "light", width });
// System settings other than light and dark.
KINDS.push({ language: "en", colorScheme: "light", width: 390, contrast: "more", name: "en-more-contrast-390" });
KINDS.push({ language: "en", colorScheme: "dark", width: 390, forcedColors: "active", name: "en-forced-colors-390" });

const FONTS = ["", " Arabic", " Devanagari", " Bengali", " Thai", " CJK JP"].map((script) => `"Noto Sans${script}"`).join();
// The likely errors of each screen, which must not move its form.
const LIKELY_ERRORS = {
  forgot: ["forgot-missing", "forgot-malformed"],
  "check-email": ["check-email-neither", "check-email-code-wrong", "check-email-code-last-try"],
  reset: ["reset-mismatch"],
  "reset-second-factor": ["reset-second-factor-wrong"],
};
const wrong = [];

/** Elements that overflow the page or their box, or are at the edge of the card; more than one spinner. */
function overflow() {
  const found = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth} wide`);
  for (const element of document.querySelectorAll("h1, h2, p, a, button, label, li, summary, option")) {
    const hidden = element.closest(".visually-hidden") || getComputedStyle(element).overflow === "visible";
    if (!hidden && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${element.textContent}`);
  }
  for (const control of document.querySelectorAll("button, input:not(.visually-hidden), select, summary, a.button")) {
    const box = control.getBoundingClientRect();
    if (box.width && box.height < 44 && !control.closest("li")) found.push(`${box.height} px high: ${control.outerHTML.slice(0, 80)}`);
  }
  // A paragraph directly in the card has no padding of its own.
  const card = document.querySelector(".card").getBoundingClientRect();
  for (const text of document.querySelectorAll(".card :is(p, label, li)")) {
    const { left, right, width } = text.getBoundingClientRect();
    if (width > 1 && (left < card.left + 16 || right > card.right - 16)) found.push(`at the edge of the card: ${text.textContent}`);
  }
  const spinners = document.querySelectorAll(".spinner").length;
  if (spinners > 1) found.push(`${spinners} spinners`);
  return found;
}

async function checkPage(page, file, kind, name) {
  await page.goto(pathToFileURL(resolve(file)).href);
  // The same fonts everywhere, because the pictures are compared.
  await page.addStyleTag({ content: `:root { --font: ${FONTS} } html { font-size: ${100 * (kind.text ?? 1)}% }` });
  for (const what of await page.evaluate(overflow)) wrong.push(`${name} ${basename(file)}: ${what}`);
  // In forced colours, axe computes contrast with the colours that the system has replaced.
  if (kind.width === 390 && !kind.forcedColors) {
    await page.evaluate(AXE);
    const { violations } = await page.evaluate((rules) => window.axe.run({ runOnly: rules }), RULES);
    for (const { id, nodes } of violations) wrong.push(`${name} ${basename(file)}: axe ${id}: ${nodes[0].html.slice(0, 160)}`);
  }
  await page.screenshot({ path: join(pictures, name, `${basename(file, ".html")}.png`), fullPage: true, animations: "disabled" });
  return page.evaluate(() => document.querySelector(".card").getBoundingClientRect().height);
}

async function checkKind(kind) {
  const { language, colorScheme, width, contrast, forcedColors } = kind;
  const name = kind.name ?? `${language}-${colorScheme}-${width}${kind.text ? "-large-text" : ""}`;
  mkdirSync(join(pictures, name), { recursive: true });
  const context = await browser.newContext({ viewport: { width, height: width > 500 ? 768 : 700 }, colorScheme, contrast, forcedColors });
  const files = readdirSync(join(pages, language)).map((file) => join(pages, language, file));
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const heights = {};
  for (const file of files) heights[basename(file, ".html")] = await checkPage(page, file, kind, name);
  for (const [scene, errors] of Object.entries(LIKELY_ERRORS)) {
    for (const error of errors) {
      const by = heights[error] - heights[scene];
      if (!(Math.abs(by) < 0.5)) wrong.push(`${name} ${error}: the card is ${by} px higher than in ${scene}`);
    }
  }
  await context.close();
}

const browser = await startChromium(chromiumPath);
const queue = [...KINDS];
const work = async () => {
  for (let kind = queue.shift(); kind; kind = queue.shift()) await checkKind(kind);
};
await Promise.all([work(), work()]);
await browser.close();
console.log([...new Set(wrong)].join("\n") || `axe found nothing, and nothing is cut off.`);
process.exitCode = wrong.length ? 1 : 0;
