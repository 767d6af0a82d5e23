// The app for browsers, from "I forgot" to "done"; see scripts/web-journeys, which builds and installs what this needs.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { follow, linkOf, setStage } from "./stage.mjs";

const [chromiumPath, program, app, pictures] = process.argv.slice(2);
const ADA = "ada@example.org";
const GRACE = "grace@example.org";
const OLD = "seven grey herons";
const PAGE = "/reset-password";
const USED = { en: "This link was already used", ar: "سبق استخدام هذا الرابط" };
/** The most that Chromium may take until it has drawn something, and the app until its first screen is there. */
const FIRST_PAINT = 1000;
/** The most that is loaded beside the page until the first screen is there, in bytes, compressed. */
const LARGEST = 640_000;

const stage = await setStage(chromiumPath, program, pictures, {
  accounts: { [ADA]: OLD, [GRACE]: OLD },
  settings: `web_app = '${resolve(app)}'
[apps]
open = "latchkey://reset-password"`,
});
const { origin, nextMail, post, signIn, look } = stage;
const secrets = [];

/** What a link holds, to be sure that it turns up nowhere else. */
function read(link) {
  const parameters = new URLSearchParams(new URL(link).hash.slice(1));
  const [token, flow, code] = ["token", "flow", "code"].map((name) => parameters.get(name));
  secrets.push(token);
  return { token, flow, code };
}

/** The app has taken the page's place. */
async function appIsThere(page) {
  await page.waitForSelector("#latchkey main.page h1");
  assert.equal(await page.locator("main").count(), 1, "the page has made room");
  bare(page);
}

function bare(page) {
  const { hash, search } = new URL(page.url());
  assert.equal(hash + search, "", "the address bar forgets the token");
}

const heading = (page, text) => page.waitForSelector(`#latchkey h1:text-is("${text}")`);

async function ask(page, email) {
  await page.fill("#email", email);
  await page.click("button[type=submit]");
  await page.waitForSelector("#link-or-code");
  return linkOf(await nextMail());
}

async function set(page, password) {
  await page.waitForSelector("#new-password");
  await page.fill("#new-password", password);
  await page.fill("#repeat-password", password);
  await page.click("button[type=submit]");
}

/** From "I forgot" to "done" in one tab. */
async function wholeStory(name, options, password, old) {
  const context = await stage.visit(options);
  const page = await context.newPage();
  let step = 0;
  const see = (what) => look(page, `${name}-${++step}-${what}`);
  await page.goto(`${origin}${PAGE}/ask`);
  await appIsThere(page);
  await page.waitForSelector("#email");
  assert.equal(await page.evaluate(() => document.activeElement.id), "email", "one can begin to type");
  await see("forgot");
  await page.fill("#email", "ada");
  await page.click("button[type=submit]");
  await page.waitForSelector("#email-error");
  await see("forgot-mistake");
  const link = await ask(page, ADA);
  await see("check-email");
  await page.reload();
  await page.waitForSelector("#link-or-code");
  assert(await page.getByText(ADA).isVisible(), "a reload keeps the recovery");
  await follow(page, link);
  read(link);
  await page.waitForSelector("#new-password");
  await appIsThere(page);
  await see("reset");
  await page.fill("#new-password", "latchkey");
  await page.waitForSelector("#strength");
  await see("reset-weak");
  await page.reload();
  await page.waitForSelector("main.page h1");
  await follow(page, link);
  await set(page, password);
  await page.waitForSelector("#new-password", { state: "detached" });
  await see("done");
  await nextMail();
  assert.deepEqual([await signIn(ADA, password), await signIn(ADA, old)], [200, 401]);
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, history.length, history.state]));
  assert(!secrets.some((secret) => kept.includes(secret)), "nothing keeps the token");
  assert(!kept.includes(ADA), "nothing of a recovery stays that has ended");
  await follow(page, link);
  await heading(page, USED[options.locale]);
  await see("used");
  await context.close();
}

/** A link in a second tab, as a mail program opens it: it works there, and the first tab notices. */
async function otherTab(options) {
  const context = await stage.visit(options);
  const first = await context.newPage();
  await first.goto(`${origin}${PAGE}`);
  const link = await ask(first, GRACE);
  read(link);
  const second = await context.newPage();
  await second.goto(link);
  await set(second, "a stroll along the pier");
  await appIsThere(second);
  await heading(second, "Password changed");
  await nextMail();
  assert.equal(await signIn(GRACE, "a stroll along the pier"), 200);
  await heading(first, USED.en);
  await look(first, "tab-1-used-in-tab-2");
  const kept = await first.evaluate(() => JSON.stringify({ ...sessionStorage }));
  assert(!kept.includes(GRACE), "the first tab has forgotten it too");
  await context.close();
}

/** A link in a second browser, where nobody asked: its code goes into the first. */
async function otherBrowser(options) {
  const [asking, opening] = [await stage.visit(options), await stage.visit(options)];
  const first = await asking.newPage();
  await first.goto(`${origin}${PAGE}`);
  const link = await ask(first, GRACE);
  const { code } = read(link);
  const second = await opening.newPage();
  await second.goto(link);
  await second.waitForSelector("#code-section");
  bare(second);
  assert.equal(await second.textContent("#code"), `${code.slice(0, 4)} ${code.slice(4)}`);
  // The app has had its time, and has left the page alone.
  await second.waitForLoadState("networkidle");
  assert.equal(await second.locator("#latchkey").evaluate((mount) => mount.childElementCount), 0);
  await look(second, "browser-2-code");
  await follow(second, link.replace(/&code=.*/, ""));
  await heading(second, "Open this link on your other device");
  await look(second, "browser-2-other-device");
  await first.fill("#link-or-code", code.slice(0, 4) + " " + code.slice(4));
  await first.click("button[type=submit]");
  await set(first, "a stroll along the harbour");
  await heading(first, "Password changed");
  await nextMail();
  assert.deepEqual([await signIn(GRACE, "a stroll along the harbour"), await signIn(GRACE, OLD)], [200, 401]);
  await Promise.all([asking.close(), opening.close()]);
}

/** Links that do not work, and one that is opened on top of the page. */
async function badLinks(options) {
  const context = await stage.visit(options);
  const page = await context.newPage();
  for (const [fragment, title] of [
    ["token=nonsense", "This link is incomplete"],
    ["token=%3Cscript%3E", "This link is incomplete"],
    ["token=", "This link is incomplete"],
    [`token=${"a".repeat(43)}`, "This link is incomplete"],
  ]) {
    await follow(page, `${origin}${PAGE}#${fragment}`);
    await heading(page, title);
    bare(page);
  }
  await look(page, "damaged");
  await follow(page, `${origin}${PAGE}`);
  const link = await ask(page, GRACE);
  read(link);
  const documents = await page.evaluate(() => (window.same = true));
  await page.evaluate((fragment) => (location.hash = fragment), new URL(link).hash);
  await page.waitForSelector("#new-password");
  assert(documents && (await page.evaluate(() => window.same)), "the app takes a link without loading anew");
  bare(page);
  stage.letExpire();
  await follow(page, link);
  await heading(page, "This link has expired");
  await look(page, "expired");
  await page.click("main button");
  await page.waitForSelector("#link-or-code");
  await nextMail();
  await context.close();
}

/** Another language is chosen, and remembered. */
async function language(options) {
  const context = await stage.visit(options);
  const page = await context.newPage();
  await page.goto(`${origin}${PAGE}`);
  await appIsThere(page);
  await page.selectOption("select", "ar");
  await page.waitForSelector("html[lang=ar][dir=rtl]");
  await page.reload();
  await page.waitForSelector("#latchkey [lang=ar] h1");
  await look(page, "language-remembered");
  await context.close();
}

/** Without script, with a program that does not come, and with one that does not run: the page is there and works. */
async function without(options) {
  for (const [name, more, prepare] of [
    ["script", { javaScriptEnabled: false }, async () => {}],
    ["program", {}, (page) => page.route(/\.wasm$/, (route) => route.abort())],
    ["app", {}, (page) => page.route(/\/app\//, (route) => route.abort())],
  ]) {
    const context = await stage.visit({ ...options, ...more });
    const page = await context.newPage();
    await prepare(page);
    await post("/account/recovery", { email: GRACE });
    const link = linkOf(await nextMail());
    const { token } = read(link);
    await page.goto(link);
    if (name === "script") await page.fill("#token", link);
    assert.equal(await page.inputValue("#token"), name === "script" ? link : token);
    const password = `a walk without a ${name}`;
    await page.fill("#new-password", password);
    await page.fill("#repeat-password", password);
    const answered = page.waitForNavigation();
    await page.click("form button");
    assert.equal((await answered).status(), 200, name);
    await nextMail();
    assert.equal(await signIn(GRACE, password), 200, name);
    await context.close();
  }
}

/** What is loaded, and how long it takes until there is something to see. */
async function measure(options) {
  const context = await stage.visit(options);
  const page = await context.newPage();
  await context.addInitScript(() => {
    new MutationObserver((_, watch) => {
      if (!document.querySelector("#latchkey main.page h1")) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => (window.screenAt = performance.now())));
    }).observe(document, { childList: true, subtree: true });
  });
  const times = [];
  for (let run = 0; run < 5; run++) {
    await page.goto(`${origin}${PAGE}`);
    await page.waitForFunction(() => window.screenAt);
    if (run === 0) {
      const loaded = await page.evaluate(() =>
        performance.getEntriesByType("resource").reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0));
      console.log(`Loaded beside the page: ${(loaded / 1000).toFixed(0)} kB`);
      assert(loaded < LARGEST, `${loaded} bytes are too many`);
    }
    times.push(await page.evaluate(() => [performance.getEntriesByName("first-contentful-paint")[0].startTime, window.screenAt]));
  }
  const [paint, screen] = [0, 1].map((which) => times.map((time) => Math.round(time[which])));
  console.log(`First paint, ms: ${paint.join(", ")}. The app's first screen, ms: ${screen.join(", ")} (the first without a cache).`);
  assert(Math.max(...paint, ...screen) < FIRST_PAINT, "it takes too long until there is something to see");
  await context.close();
}

const phone = { viewport: { width: 320, height: 640 } };
const desktop = { viewport: { width: 1280, height: 900 } };
try {
  await wholeStory("desktop", { ...desktop, locale: "en" }, "a walk along the quay", OLD);
  await wholeStory("phone-dark", { ...phone, locale: "en", colorScheme: "dark" }, "a walk along the canal", "a walk along the quay");
  await wholeStory("arabic", { ...phone, locale: "ar" }, "a walk along the river", "a walk along the canal");
  await otherTab({ ...phone, locale: "en" });
  await otherBrowser({ ...phone, locale: "en" });
  await badLinks({ ...desktop, locale: "en", colorScheme: "dark" });
  await language({ ...phone, locale: "en" });
  await without({ ...desktop, locale: "en" });
  await measure({ ...phone, locale: "en" });
  for (const secret of secrets) assert(!stage.log().includes(secret), "the log holds a secret");
  console.log(`All is well; the pictures are in ${pictures}.`);
} finally {
  await stage.close();
}
