// Tests the recovery server's pages in Chromium. scripts/landing installs the dependencies and runs it.

import assert from "node:assert/strict";
import { openLink, linkOf, startFixtures } from "./fixtures.mjs";
import { checkMails } from "./mails.mjs";

const [chromiumPath, program, pictures] = process.argv.slice(2);
const ADA = "ada@example.org";
const GRACE = "grace@example.org";
const CHINESE = "用户@例子.广告";
const OLD = "seven grey herons";
// From RFC 7636, appendix B.
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

const fixtures = await startFixtures(chromiumPath, program, pictures, {
  accounts: { [ADA]: OLD, [GRACE]: OLD, [CHINESE]: OLD },
  secondFactor: [GRACE],
  settings: `[apps]
open = "latchkey://reset-password"
stores = [{ name = "App Store", url = "https://apps.apple.com/app/id0" }, { name = "Google Play", url = "https://play.google.com/store/apps" }]`,
});
const { origin, nextMail, post, checkPage } = fixtures;

const signIn = (password) => fixtures.signIn(ADA, password);

/** Submits the form and expects `status`. */
async function send(page, status) {
  const answered = page.waitForNavigation();
  await page.click("form button:not([type=button])");
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

/** A whole recovery, with every page. */
async function journey(page, name, password) {
  let step = 0;
  const check = (what) => checkPage(page, `${name}-${String(++step).padStart(2, "0")}-${what}`);

  const { first, title } = await askAndMistype(page, check);
  const { token, code, own } = await openBoundLink(page, check, title, password);
  const notice = await setPassword(page, check, first, own, password);
  await post("/account/recovery", { email: GRACE });
  await openLink(page, linkOf(await nextMail()));
  await set(page, 403, password);
  await check("second-factor");
  await freeze(page, check, notice, password);
  await checkOtherWebsite(page, check);
  return [token, code, password];
}

/** Requests an email, and types wrong addresses and passwords. Returns the link in the email and the first page's title. */
async function askAndMistype(page, check) {
  await page.goto(`${origin}/.well-known/change-password`);
  const title = await page.textContent("h1");
  await check("ask");
  await ask(page, "ada", 400);
  await check("ask-mistake");
  assert.equal(await page.evaluate(() => document.activeElement.id), "email", "the only wrong field has the focus");
  await ask(page, ADA, 200);
  await check("requested");
  const first = linkOf(await nextMail());
  await page.goto(`${origin}/reset-password`);
  await check("no-link");
  await openLink(page, first);
  await check("link");
  assert.equal(page.url(), `${origin}/reset-password`, "the token is removed from the address bar");
  await set(page, 422, "passwordpassword", "something else");
  assert.equal(await page.evaluate(() => document.activeElement.id), "repeat-password", "the only wrong field has the focus");
  await check("mistakes");
  await set(page, 422, "latchkey");
  await check("refused");
  return { first, title };
}

/** Opens a link that the app requested, which is bound to the app, and requests another link. */
async function openBoundLink(page, check, title, password) {
  const fields = { email: ADA, code_challenge: CHALLENGE, code_challenge_method: "S256" };
  await post("/account/recovery", fields, { "accept-language": await page.getAttribute("html", "lang") });
  const bound = await nextMail();
  const link = new URL(linkOf(bound));
  await openLink(page, link.href);
  await check("link-of-the-app");
  const parameters = new URLSearchParams(link.hash.slice(1));
  const [token, flow, code] = ["token", "flow", "code"].map((parameter) => parameters.get(parameter));
  assert.equal(await page.textContent("#code"), `${code.slice(0, 4)} ${code.slice(4)}`);
  assert.equal(await page.getAttribute("#code-view .open-app", "href"), `latchkey://reset-password?token=${token}&flow=${flow}`);
  assert(await page.isHidden("#form"), "the form is hidden");
  await page.click("footer summary");
  await check("languages");
  await page.click("footer a[hreflang=tr]");
  assert.equal(await page.getAttribute("html", "lang"), "tr");
  assert.equal(page.url(), `${origin}/reset-password?lang=tr`);
  assert.equal(await page.inputValue("#token"), token, "another language keeps the token");
  await openLink(page, link.href);
  await page.click("#code-foot a");
  assert.equal(await page.textContent("h1"), title);
  await openLink(page, link.href.replace(/&code=.*/, ""));
  await set(page, 403, password);
  await check("other-device");
  await ask(page, ADA, 200);
  return { token, code, own: linkOf(await nextMail()) };
}

/** Changes the password with the link `own`, after which the link `first` is invalid. Returns the notice. */
async function setPassword(page, check, first, own, password) {
  await openLink(page, `${origin}/reset-password#token=nonsense`);
  await set(page, 400, password);
  await check("damaged");
  await openLink(page, own);
  await page.click("[aria-controls=new-password]");
  assert.equal(await page.getAttribute("#new-password", "type"), "text");
  await set(page, 200, password);
  await check("done");
  const notice = await nextMail();
  await page.goBack();
  assert.equal(await page.inputValue("#new-password"), "", "going back shows no password");
  // The reset has invalidated the other links.
  await openLink(page, first);
  await set(page, 410, password);
  await check("superseded");
  return notice;
}

/** Freezes the account with the link in the notice. */
async function freeze(page, check, notice, password) {
  await page.goto(`${origin}/not-me`);
  await check("not-me-no-link");
  await openLink(page, linkOf(notice));
  await check("not-me");
  assert.equal(await signIn(password), 200, "opening the page does not freeze the account");
  await send(page, 200);
  await check("locked");
  assert.equal(await signIn(password), 403);
}

/** Submits a form of another website. */
async function checkOtherWebsite(page, check) {
  await page.goto("about:blank");
  await page.setContent(`<form method="post" action="${origin}/reset-password/ask"><input name="email" value="${ADA}"><button>Win!</button></form>`);
  const refused = page.waitForNavigation();
  await page.click("button");
  assert.equal((await refused).status(), 403);
  await check("from-elsewhere");
}

/** Types addresses that a browser would reject in a field of type `email`, or change. */
async function typeUnusualAddresses(page) {
  for (const [typed, shown] of [
    ["Ada Lovelace <ada@example.org>", ADA],
    ["ada＠example.org", ADA],
    [CHINESE, CHINESE],
  ]) {
    await page.goto(`${origin}/reset-password/ask`);
    await page.locator("#email").pressSequentially(typed);
    await send(page, 200);
    assert.equal(await page.textContent(".card-address"), shown, typed);
    assert.equal((await nextMail()).to.text, shown, typed);
  }
}

/** A recovery without script: the link is pasted. */
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
const newPage = async (options) => (await fixtures.newContext(options)).newPage();
try {
  const profiles = {
    desktop: { ...desktop, locale: "en" },
    phone: { ...phone, locale: "en", colorScheme: "dark" },
    german: { ...phone, locale: "de" },
    japanese: { ...phone, locale: "ja", colorScheme: "dark" },
    arabic: { ...phone, locale: "ar" },
    hebrew: { ...desktop, locale: "he", colorScheme: "dark" },
    contrast: { ...phone, locale: "fr", contrast: "more", forcedColors: "active" },
  };
  const secrets = [];
  for (const [name, options] of Object.entries(profiles)) {
    secrets.push(...(await journey(await newPage(options), name, `a walk along the quay, ${name}`)));
  }
  const page = await newPage({ ...phone, locale: "en", javaScriptEnabled: false });
  await journeyWithoutScript(page, "a walk without a script", secrets.at(-1));
  await typeUnusualAddresses(await newPage({ ...desktop, locale: "en" }));
  await checkMails(fixtures, newPage, ADA, pictures);
  for (const secret of secrets) assert(!fixtures.log().includes(secret), "the log contains a secret");
  console.log(`All checks passed. Screenshots: ${pictures}`);
} finally {
  await fixtures.close();
}
