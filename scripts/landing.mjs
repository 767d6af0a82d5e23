// Walks through the recovery server's pages with Chromium; see scripts/landing, which installs what this needs.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { SMTPServer } from "smtp-server";
import { simpleParser } from "mailparser";

const [chromiumPath, serverPath, pictures] = process.argv.slice(2);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const ADA = "ada@example.org";
const GRACE = "grace@example.org";
const OLD = "seven grey herons";
// Of RFC 7636, appendix B.
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

const folder = mkdtempSync(join(tmpdir(), "latchkey-landing-"));
const mails = [];
const waiting = [];

/** A mail server that keeps what it gets. */
async function takeMail() {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    async onData(stream, _session, done) {
      const mail = await simpleParser(stream);
      (waiting.shift() ?? ((late) => mails.push(late)))(mail);
      done();
    },
  });
  await new Promise((ready) => smtp.listen(0, "127.0.0.1", ready));
  return smtp;
}

const nextMail = () => (mails.length ? mails.shift() : new Promise((arrived) => waiting.push(arrived)));
const linkOf = (mail) => mail.text.match(/^https?:\S+$/m)[0];

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

async function startServer(mailPort) {
  const port = await freePort();
  const config = join(folder, "server.toml");
  writeFileSync(join(folder, "pepper"), "a pepper of more than thirty-two bytes");
  writeFileSync(
    config,
    `listen = "127.0.0.1:${port}"
database = '${join(folder, "latchkey.db")}'
link_base = "http://127.0.0.1:${port}/reset-password"
demo = true
[apps]
open = "latchkey://reset-password"
stores = [{ name = "App Store", url = "https://apps.apple.com/app/id0" }, { name = "Google Play", url = "https://play.google.com/store/apps" }]
[product]
name = "Example"
support = "help@example.org"
sender = "no-reply@example.org"
[mail.smtp]
host = "127.0.0.1"
port = ${mailPort}
tls = "none"
[limits]
resend_after = 0
client_requests = 100000
[passwords]
pepper_file = '${join(folder, "pepper")}'
`,
  );
  const run = (args, input) => execFileSync(serverPath, ["--config", config, ...args], { input, stdio: ["pipe", "pipe", "inherit"] });
  for (const email of [ADA, GRACE]) run(["user", "add", email], OLD);
  run(["user", "mfa", GRACE], "");
  const server = spawn(serverPath, ["--config", config, "serve"], { stdio: ["ignore", "ignore", "pipe"] });
  server.said = "";
  await new Promise((ready, failed) => {
    server.stderr.on("data", (text) => {
      server.said += text;
      if (server.said.includes("listening")) ready();
    });
    server.on("exit", () => failed(new Error(server.said)));
  });
  return { server, origin: `http://127.0.0.1:${port}` };
}

const post = (url, fields, headers = {}) => fetch(url, { method: "POST", body: new URLSearchParams(fields), headers });

const signIn = async (origin, password) => (await post(`${origin}/session`, { email: ADA, password })).status;

/** Looks at the page as axe, and as somebody who sees it and taps on it. */
async function look(page, name) {
  const session = await page.context().newCDPSession(page);
  // Through the debugger, since the page's policy lets no other script in.
  const ask = async (expression) => {
    const answer = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    assert(!answer.exceptionDetails, `${name}: ${answer.exceptionDetails?.exception?.description}`);
    return answer.result.value;
  };
  await ask(AXE);
  const found = await ask(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((result) =>
    result.violations.map((rule) => rule.id + " at " + rule.nodes.map((node) => node.target + ": " + node.failureSummary).join("; ")))`);
  assert.deepEqual(found, [], `${name}: axe`);
  assert.equal(await ask("document.documentElement.scrollWidth - innerWidth"), 0, `${name}: it scrolls sideways`);
  const small = await ask(`[...document.querySelectorAll("main a, button, input:not([type=hidden]):not([type=checkbox]), summary, footer a")]
    .filter((one) => one.checkVisibility() && !one.closest("li:has(> a[href^='#'])") && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)`);
  assert.deepEqual(small, [], `${name}: too small to tap`);
  assert.deepEqual(page.troubles, [], name);
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** A page of a fresh browser profile that keeps what is loaded from elsewhere, and what goes wrong. */
async function open(browser, origin, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.troubles = [];
  page.on("console", (line) => {
    if (line.type() === "error" && !/status of 4\d\d|favicon/.test(line.text())) page.troubles.push(line.text());
  });
  page.on("pageerror", (error) => page.troubles.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) page.troubles.push(`it loads ${request.url()}`);
  });
  return page;
}

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

/** Follows a link of a mail, as from a mail program. */
async function follow(page, link) {
  await page.goto("about:blank");
  await page.goto(link);
}

/** The whole story, and every page that can be met on the way. */
async function journey(page, origin, name, password) {
  let step = 0;
  const see = (what) => look(page, `${name}-${String(++step).padStart(2, "0")}-${what}`);

  await page.goto(`${origin}/.well-known/change-password`);
  const title = await page.textContent("h1");
  await see("ask");
  await ask(page, "ada", 400);
  await see("ask-mistake");
  assert.equal(await page.evaluate(() => document.activeElement.id), "slips", "a mistake is where one begins to read");
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
  await post(`${origin}/account/recovery`, wish, { "accept-language": await page.getAttribute("html", "lang") });
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
  await page.click("#bound a");
  assert.equal(await page.textContent("h1"), title);
  await follow(page, link.href.replace(/&code=.*/, ""));
  await set(page, 403, password);
  await see("other-device");
  await ask(page, ADA, 200);
  const own = linkOf(await nextMail());

  await follow(page, first);
  await set(page, 410, password);
  await see("superseded");
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

  await post(`${origin}/account/recovery`, { email: GRACE });
  await follow(page, linkOf(await nextMail()));
  await set(page, 403, password);
  await see("second-factor");

  await page.goto(`${origin}/not-me`);
  await see("not-me-no-link");
  await follow(page, linkOf(notice));
  await see("not-me");
  assert.equal(await signIn(origin, password), 200, "looking at the page locks nothing");
  await send(page, 200);
  await see("locked");
  assert.equal(await signIn(origin, password), 403);

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
async function journeyWithoutScript(page, origin, password, old) {
  await page.goto(`${origin}/reset-password/ask`);
  await ask(page, ADA, 200);
  await page.goto(`${origin}/reset-password`);
  await page.fill("#token", linkOf(await nextMail()));
  await set(page, 422, "short");
  await set(page, 200, password);
  await nextMail();
  assert.deepEqual([await signIn(origin, password), await signIn(origin, old)], [200, 401]);
}

const phone = { viewport: { width: 320, height: 640 } };
const desk = { viewport: { width: 1280, height: 900 } };
const smtp = await takeMail();
let server, browser;
try {
  let origin;
  ({ server, origin } = await startServer(smtp.server.address().port));
  browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const looks = {
    desk: { ...desk, locale: "en" },
    phone: { ...phone, locale: "en", colorScheme: "dark" },
    german: { ...phone, locale: "de" },
    arabic: { ...phone, locale: "ar" },
    hebrew: { ...desk, locale: "he", colorScheme: "dark" },
    contrast: { ...phone, locale: "fr", contrast: "more", forcedColors: "active" },
  };
  const secrets = [];
  for (const [name, options] of Object.entries(looks)) {
    secrets.push(...(await journey(await open(browser, origin, options), origin, name, `a walk along the quay, ${name}`)));
  }
  const page = await open(browser, origin, { ...phone, locale: "en", javaScriptEnabled: false });
  await journeyWithoutScript(page, origin, "a walk without a script", secrets.at(-1));
  for (const secret of secrets) assert(!server.said.includes(secret), "the log holds a secret");
  console.log(`All is well; the pictures are in ${pictures}.`);
} finally {
  await browser?.close();
  server?.kill();
  smtp.close();
  rmSync(folder, { recursive: true });
}
