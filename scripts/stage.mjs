// What the stories of scripts/web-journeys.mjs and scripts/landing.mjs play on: a mail server that keeps what it gets,
// the real recovery server, and pages that somebody looks at closely.

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

/**
 * Everything that is needed, until `close`: the server `program` with `accounts` (address to password), some of them with
 * a `secondFactor`, and lines of `settings` for the top of its configuration.
 */
export async function setStage(chromiumPath, program, pictures, wishes) {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-stage-"));
  const mail = await takeMail();
  const { server, origin } = await startServer(folder, program, wishes, mail.port);
  const browser = await startChromium(chromiumPath);
  const post = (path, fields, headers = {}) => fetch(origin + path, { method: "POST", body: new URLSearchParams(fields), headers });
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

/** The link of a mail. */
export const linkOf = (mail) => mail.text.match(/^https?:\S+$/m)[0];

/** Follows a link of a mail, as from a mail program: another document, in the same tab. */
export async function follow(page, link) {
  await page.goto("about:blank");
  await page.goto(link);
}

/** A fresh browser profile; what is loaded from elsewhere, refused by the policy, or goes wrong is kept. */
async function visit(browser, origin, options) {
  const context = await browser.newContext(options);
  const troubles = [];
  context.on("page", (page) => {
    page.troubles = troubles;
    page.on("console", (line) => {
      // Chromium notes each answer of 4xx as an error: those that the story is about are looked at on the screen.
      const answer = /status of 4\d\d|favicon/.test(line.text());
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
  const small = await ask(`[...document.querySelectorAll("main a, footer li a, button, input:not([type=hidden]):not([type=checkbox]), select, summary")]
    .filter((one) => one.checkVisibility() && !one.matches(".visually-hidden, .visually-hidden *, li:has(> a[href^='#']) *") && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)`);
  assert.deepEqual(small, [], `${name}: too small to tap`);
  assert.deepEqual(page.troubles, [], name);
  await session.detach();
  await page.screenshot({ path: picture, fullPage: true });
}
