// Walks through the recovery server's pages with Chromium; see scripts/landing, which installs what this needs.

import assert from "node:assert/strict";
import { join } from "node:path";
import { follow, linkOf, setStage } from "./stage.mjs";

const [chromiumPath, program, pictures] = process.argv.slice(2);
const ADA = "ada@example.org";
const GRACE = "grace@example.org";
const OLD = "seven grey herons";
// Of RFC 7636, appendix B.
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

const stage = await setStage(chromiumPath, program, pictures, {
  accounts: { [ADA]: OLD, [GRACE]: OLD },
  secondFactor: [GRACE],
  settings: `[apps]
open = "latchkey://reset-password"
stores = [{ name = "App Store", url = "https://apps.apple.com/app/id0" }, { name = "Google Play", url = "https://play.google.com/store/apps" }]`,
});
const { origin, nextMail, post, look } = stage;

const signIn = (password) => stage.signIn(ADA, password);

/** Presses the form's button, and is answered with `status`. */
async function send(page, status) {
  const answered = page.waitForNavigation();
  await page.click("form button");
  assert.equal((await answered).status(), status);
}

async function ask(page, email, status) {
  await page.fill("#email", email);
  await send(page, status);
}

async function set(page, status, password, repeated = password) {
  await page.fill("#new-password", password);
  await page.fill("#repeat-password", repeated);
  await send(page, status);
}

/** The whole story, and every page that can be met on the way. */
async function journey(page, name, password) {
  let step = 0;
  const see = (what) => look(page, `${name}-${String(++step).padStart(2, "0")}-${what}`);

  await page.goto(`${origin}/.well-known/change-password`);
  const title = await page.textContent("h1");
  await see("ask");
  await ask(page, "ada", 400);
  await see("ask-mistake");
  assert.equal(await page.evaluate(() => document.activeElement.id), "error-summary", "a mistake is where one begins to read");
  await ask(page, ADA, 200);
  await see("asked");
  const first = linkOf(await nextMail());
  await page.goto(`${origin}/reset-password`);
  await see("no-link");
  await follow(page, first);
  await see("link");
  assert.equal(page.url(), `${origin}/reset-password`, "the address bar forgets the token");
  await set(page, 422, "passwordpassword", "something else");
  await see("mistakes");
  await set(page, 422, "latchkey");
  await see("refused");

  // The app asks, so that the link is the app's.
  const wish = { email: ADA, code_challenge: CHALLENGE, code_challenge_method: "S256" };
  await post("/account/recovery", wish, { "accept-language": await page.getAttribute("html", "lang") });
  const bound = await nextMail();
  const link = new URL(linkOf(bound));
  await follow(page, link.href);
  await see("link-of-the-app");
  const parameters = new URLSearchParams(link.hash.slice(1));
  const [token, flow, code] = ["token", "flow", "code"].map((parameter) => parameters.get(parameter));
  assert.equal(await page.textContent("#code"), `${code.slice(0, 4)} ${code.slice(4)}`);
  assert.equal(await page.getAttribute("#open-app", "href"), `latchkey://reset-password?token=${token}&flow=${flow}`);
  assert(await page.isHidden("#form"), "what would be refused is not asked for");
  await page.click("footer summary");
  await see("languages");
  await page.click("footer a[hreflang=tr]");
  assert.equal(await page.getAttribute("html", "lang"), "tr");
  assert.equal(page.url(), `${origin}/reset-password?lang=tr`);
  assert.equal(await page.inputValue("#token"), token, "another language keeps the token");
  await follow(page, link.href);
  await page.click("#bound-section a");
  assert.equal(await page.textContent("h1"), title);
  await follow(page, link.href.replace(/&code=.*/, ""));
  await set(page, 403, password);
  await see("other-device");
  await ask(page, ADA, 200);
  const own = linkOf(await nextMail());

  await follow(page, `${origin}/reset-password#token=nonsense`);
  await set(page, 400, password);
  await see("damaged");
  await follow(page, own);
  await page.check("#show-passwords");
  assert.equal(await page.getAttribute("#new-password", "type"), "text");
  await set(page, 200, password);
  await see("done");
  const notice = await nextMail();
  await page.goBack();
  assert.equal(await page.inputValue("#new-password"), "", "going back shows no password");
  // The success has ended the other links.
  await follow(page, first);
  await set(page, 410, password);
  await see("superseded");

  await post("/account/recovery", { email: GRACE });
  await follow(page, linkOf(await nextMail()));
  await set(page, 403, password);
  await see("second-factor");

  await page.goto(`${origin}/not-me`);
  await see("not-me-no-link");
  await follow(page, linkOf(notice));
  await see("not-me");
  assert.equal(await signIn(password), 200, "looking at the page locks nothing");
  await send(page, 200);
  await see("locked");
  assert.equal(await signIn(password), 403);

  // A form on another website.
  await page.goto("about:blank");
  await page.setContent(`<form method="post" action="${origin}/reset-password/ask"><input name="email" value="${ADA}"><button>Win!</button></form>`);
  const refused = page.waitForNavigation();
  await page.click("button");
  assert.equal((await refused).status(), 403);
  await see("from-elsewhere");
  for (const mail of [bound, notice]) await lookAtMail(page, mail, `${name}-mail-${mail === bound ? "recovery" : "notice"}`);
  return [token, code, password];
}

async function lookAtMail(page, mail, name) {
  await page.goto("about:blank");
  await page.setContent(mail.html);
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** The story without script: the link is pasted. */
async function journeyWithoutScript(page, password, old) {
  await page.goto(`${origin}/reset-password/ask`);
  await ask(page, ADA, 200);
  await page.goto(`${origin}/reset-password`);
  await page.fill("#token", linkOf(await nextMail()));
  await set(page, 422, "short");
  await set(page, 200, password);
  await nextMail();
  assert.deepEqual([await signIn(password), await signIn(old)], [200, 401]);
}

const phone = { viewport: { width: 320, height: 640 } };
const desktop = { viewport: { width: 1280, height: 900 } };
const newPage = async (options) => (await stage.visit(options)).newPage();
try {
  const looks = {
    desktop: { ...desktop, locale: "en" },
    phone: { ...phone, locale: "en", colorScheme: "dark" },
    german: { ...phone, locale: "de" },
    arabic: { ...phone, locale: "ar" },
    hebrew: { ...desktop, locale: "he", colorScheme: "dark" },
    contrast: { ...phone, locale: "fr", contrast: "more", forcedColors: "active" },
  };
  const secrets = [];
  for (const [name, options] of Object.entries(looks)) {
    secrets.push(...(await journey(await newPage(options), name, `a walk along the quay, ${name}`)));
  }
  const page = await newPage({ ...phone, locale: "en", javaScriptEnabled: false });
  await journeyWithoutScript(page, "a walk without a script", secrets.at(-1));
  for (const secret of secrets) assert(!stage.log().includes(secret), "the log holds a secret");
  console.log(`All is well; the pictures are in ${pictures}.`);
} finally {
  await stage.close();
}
