// Checks the emails in several languages, at the widths of a phone and of a mail program, light and dark: with axe, and with
// the data of caniemail.com. landing.mjs uses it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { caniemail } from "caniemail";
import { AXE } from "./browser.mjs";
import { linkOf } from "./fixtures.mjs";

const LANGUAGES = ["en", "de", "ar", "ja"];
const WIDTHS = [320, 600];
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
// From RFC 7636, appendix B.
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
/** Rules about content. Those about the structure of web pages do not apply to emails. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const CLIENTS = ["gmail.*", "outlook.*", "apple-mail.*", "yahoo.*", "thunderbird.macos", "samsung-email.*", "protonmail.*"];

/** Sends both kinds of emails to `email` in each language, and checks them in pages of `newPage(options)`. */
export async function checkMails({ post, nextMail }, newPage, email, pictures) {
  for (const language of LANGUAGES) {
    const headers = { "accept-language": language, "user-agent": FIREFOX };
    await post("/account/recovery", { email, code_challenge: CHALLENGE, code_challenge_method: "S256" }, headers);
    const recovery = await nextMail();
    await post("/account/recovery", { email }, headers);
    const token = new URLSearchParams(new URL(linkOf(await nextMail())).hash.slice(1)).get("token");
    const password = `a walk to the harbour, ${language}`;
    const reset = await post("/account/reset-password", { token, new_password: password }, headers);
    assert.equal(reset.status, 200);
    for (const [kind, mail] of Object.entries({ recovery, notice: await nextMail() })) {
      checkSupport(mail.html, `${kind} ${language}`);
      for (const width of WIDTHS) {
        for (const colorScheme of ["light", "dark"]) {
          const page = await newPage({ viewport: { width, height: 640 }, colorScheme });
          await checkMail(page, mail, join(pictures, `mail-${kind}-${language}-${width}-${colorScheme}.png`));
          await page.close();
        }
      }
    }
  }
}

async function checkMail(page, mail, picture) {
  await page.setContent(mail.html);
  await page.evaluate(AXE);
  const violations = await page.evaluate(
    async (rules) => (await axe.run(document, { runOnly: rules })).violations.map((rule) => `${rule.id} at ${rule.nodes.map((node) => node.target)}`),
    RULES,
  );
  assert.deepEqual(violations, [], picture);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, `${picture}: scrolls sideways`);
  const low = await page.evaluate(() => [...document.querySelectorAll(".button a")].map((link) => link.getBoundingClientRect().height).filter((height) => height < 44));
  assert.deepEqual(low, [], `${picture}: too small to tap`);
  await page.screenshot({ path: picture, fullPage: true });
}

/** Features that some clients ignore, because the email does not depend on them. */
const OPTIONAL = new Set([
  // Dark colors and smaller padding; without them the email is light and has the padding of wide windows.
  "color-scheme CSS property", "color-scheme meta tag", "@media", "<style> element", "Type selector",
  // The preview text: one client shows it as the first line.
  "display:none", "max-height property", "overflow",
  // Square corners, another font, other line breaks.
  "border-radius", "system-ui, ui-serif, ui-sans-serif, ui-rounded, ui-monospace", "white-space", "word-break", "text-decoration",
  // The body is replaced; its colors are repeated on the outer table.
  "<body> element",
  // For screen readers only.
  "aria-hidden attribute", "role attribute",
]);

function checkSupport(html, name) {
  const { issues } = caniemail({ clients: CLIENTS, html });
  const unsupported = [...issues.errors.values()].flat().map((issue) => issue.title).filter((title) => !OPTIONAL.has(title));
  assert.deepEqual([...new Set(unsupported)], [], `${name}: features that some clients do not support`);
}
