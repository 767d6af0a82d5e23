// Test fixtures of scripts/web-journeys.mjs and scripts/landing.mjs: a mail server that stores its mail, the real recovery
// server, and browser pages whose errors are collected.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { simpleParser } from "mailparser";
import { AXE, RULES, startChromium } from "./browser.mjs";

/** Starts a mail server. `next()` waits for the next mail. */
async function startMailServer() {
  const mails = [];
  const waiting = [];
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
  const next = () => (mails.length ? mails.shift() : new Promise((arrived) => waiting.push(arrived)));
  return { next, port: smtp.server.address().port, close: () => smtp.close() };
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

async function startServer(folder, program, { accounts, secondFactor = [], settings = "" }, mailPort) {
  const port = await freePort();
  const config = join(folder, "server.toml");
  writeFileSync(join(folder, "pepper"), "a pepper of more than thirty-two bytes", { mode: 0o600 });
  writeFileSync(
    config,
    `listen = "127.0.0.1:${port}"
database = '${join(folder, "latchkey.db")}'
link_base = "http://127.0.0.1:${port}/reset-password"
demo = true
allow_insecure = ["no_resend_wait"]
${settings}
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
  const run = (args, input) =>
    execFileSync(program, ["--config", config, ...args], { input, stdio: ["pipe", "pipe", "inherit"] });
  run(["check-config"]);
  for (const [email, password] of Object.entries(accounts)) run(["user", "add", email], password);
  for (const email of secondFactor) run(["user", "mfa", email], "");
  const server = spawn(program, ["--config", config, "serve"], { stdio: ["ignore", "ignore", "pipe"] });
  server.output = "";
  await new Promise((ready, failed) => {
    server.stderr.on("data", (text) => {
      server.output += text;
      if (server.output.includes("listening")) ready();
    });
    server.on("exit", () => failed(new Error(server.output)));
  });
  return { server, origin: `http://127.0.0.1:${port}` };
}

/**
 * Starts a mail server, the recovery server `program` and Chromium. `settings` has the `accounts` (address to password), those
 * of them with a `secondFactor`, and lines for the top of the server's configuration. `close` stops everything.
 */
export async function startFixtures(chromiumPath, program, pictures, settings) {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-fixtures-"));
  const mail = await startMailServer();
  const { server, origin } = await startServer(folder, program, settings, mail.port);
  const browser = await startChromium(chromiumPath);
  const post = (path, fields, headers = {}) => fetch(origin + path, { method: "POST", body: new URLSearchParams(fields), headers });
  return {
    origin,
    nextMail: mail.next,
    post,
    signIn: async (email, password) => (await post("/session", { email, password })).status,
    /** Expires all links and codes. */
    letExpire: () =>
      execFileSync("sqlite3", [join(folder, "latchkey.db"), "UPDATE recoveries SET link_expires_at = requested_at, code_expires_at = requested_at"]),
    log: () => server.output,
    newContext: (options) => newContext(browser, origin, options),
    checkPage: (page, name) => checkPage(page, join(pictures, `${name}.png`), name),
    async close() {
      await browser.close();
      server.kill();
      mail.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The link of a mail. */
export const linkOf = (mail) => mail.text.match(/^https?:\S+$/m)[0];

/** Opens a link as from a mail program: as a new document in the same tab. */
export async function openLink(page, link) {
  await page.goto("about:blank");
  await page.goto(link);
}

/** A new browser profile. Collects errors, policy violations and requests to other origins. */
async function newContext(browser, origin, options) {
  const context = await browser.newContext(options);
  const problems = [];
  context.on("page", (page) => {
    page.problems = problems;
    page.on("console", (line) => {
      // Chromium logs each 4xx response as an error. The tests check expected ones on the screen.
      const answer = /status of 4\d\d|favicon/.test(line.text());
      if (["error", "warning"].includes(line.type()) && !answer) problems.push(line.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(origin)) problems.push(`request to another origin: ${request.url()}`);
    });
  });
  // Policy violations are not always logged on the console.
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (refused) =>
      console.error(`policy: ${refused.violatedDirective} ${refused.blockedURI} ${refused.sourceFile}`));
  });
  return context;
}

/** Checks the page with axe, its width and the size of its controls, and takes a screenshot. */
async function checkPage(page, picture, name) {
  const session = await page.context().newCDPSession(page);
  // Through the debugger, because the page's policy allows no other script.
  const ask = async (expression) => {
    const answer = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    assert(!answer.exceptionDetails, `${name}: ${answer.exceptionDetails?.exception?.description}`);
    return answer.result.value;
  };
  // Axe measures contrast, which is lower while the page fades in.
  await ask(`Promise.all(document.getAnimations().filter((animation) => animation.effect.getComputedTiming().endTime < 1000)
    .map((animation) => animation.finished)).then(() => true)`);
  await ask(AXE);
  const found = await ask(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((result) =>
    result.violations.map((rule) => rule.id + " at " + rule.nodes.map((node) => node.target + ": " + node.failureSummary).join("; ")))`);
  assert.deepEqual(found, [], `${name}: axe`);
  assert.equal(await ask("document.documentElement.scrollWidth - innerWidth"), 0, `${name}: scrolls sideways`);
  const small = await ask(`[...document.querySelectorAll("main a, footer li a, button, input:not([type=hidden]):not([type=checkbox]), select, summary")]
    .filter((one) => one.checkVisibility() && !one.matches(".visually-hidden, .visually-hidden *, li:has(> a[href^='#']) *") && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)`);
  assert.deepEqual(small, [], `${name}: too small to tap`);
  assert.deepEqual(page.problems, [], name);
  await session.detach();
  await page.screenshot({ path: picture, fullPage: true });
}
