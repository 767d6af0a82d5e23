// What the journeys of scripts/web-journeys.mjs play on: a mail server that keeps what it gets, the real recovery
// server with the app for browsers, and pages that somebody looks at closely.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { SMTPServer } from "smtp-server";
import { simpleParser } from "mailparser";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A mail server; `next()` is the next mail, once it has come. */
async function takeMail() {
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

async function startServer(folder, program, app, accounts, mailPort) {
  const port = await freePort();
  const config = join(folder, "server.toml");
  writeFileSync(
    config,
    `listen = "127.0.0.1:${port}"
database = '${join(folder, "latchkey.db")}'
link_base = "http://127.0.0.1:${port}/reset-password"
web_app = '${resolve(app)}'
demo = true
[apps]
open = "latchkey://reset-password"
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
`,
  );
  const run = (args, input) =>
    execFileSync(program, ["--config", config, ...args], { input, stdio: ["pipe", "pipe", "inherit"] });
  run(["check-config"]);
  for (const [email, password] of Object.entries(accounts)) run(["user", "add", email], password);
  const server = spawn(program, ["--config", config, "serve"], { stdio: ["ignore", "ignore", "pipe"] });
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

/** Everything that is needed, until `close`. */
export async function setStage(chromiumPath, program, app, pictures, accounts) {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-web-"));
  const mail = await takeMail();
  const { server, origin } = await startServer(folder, program, app, accounts, mail.port);
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const post = (path, fields) => fetch(origin + path, { method: "POST", body: new URLSearchParams(fields) });
  return {
    origin,
    nextMail: mail.next,
    post,
    signIn: async (email, password) => (await post("/session", { email, password })).status,
    /** Lets all links and codes run out, as if hours had gone by. */
    letExpire: () =>
      execFileSync("sqlite3", [join(folder, "latchkey.db"), "UPDATE recoveries SET link_expires_at = requested_at, code_expires_at = requested_at"]),
    log: () => server.said,
    visit: (options) => visit(browser, origin, options),
    look: (page, name) => look(page, join(pictures, `${name}.png`), name),
    async close() {
      await browser.close();
      server.kill();
      mail.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A fresh browser profile; what is loaded from elsewhere, refused by the policy, or goes wrong is kept. */
async function visit(browser, origin, options) {
  const context = await browser.newContext(options);
  const troubles = [];
  context.on("page", (page) => {
    page.troubles = troubles;
    page.on("console", (line) => {
      // Chromium notes each answer of 4xx as an error: those that the story is about are looked at on the screen.
      const answer = /status of 4\d\d/.test(line.text());
      if (["error", "warning"].includes(line.type()) && !answer) troubles.push(line.text());
    });
    page.on("pageerror", (error) => troubles.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(origin)) troubles.push(`it loads ${request.url()}`);
    });
  });
  // Also what a policy refuses without a word on the console.
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (refused) =>
      console.error(`policy: ${refused.violatedDirective} ${refused.blockedURI} ${refused.sourceFile}`));
  });
  return context;
}

/** Looks at the page as axe, and as somebody who sees it and taps on it. */
async function look(page, picture, name) {
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
  const small = await ask(`[...document.querySelectorAll("main a, button, input, select, summary")]
    .filter((one) => one.checkVisibility() && !one.matches(".unseen, .unseen *") && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)`);
  assert.deepEqual(small, [], `${name}: too small to tap`);
  assert.deepEqual(page.troubles, [], name);
  await session.detach();
  await page.screenshot({ path: picture, fullPage: true });
}
