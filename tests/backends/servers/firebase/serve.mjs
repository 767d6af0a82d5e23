// The Firebase Auth emulator, as in `firebase emulators:start --only auth`, but without that program, which would use more
// ports and write a log. A project whose name begins with `demo-` uses no network.
//
// The emulator sends no emails but lists them; here they are sent, with a page of the project as the action URL. It has no
// rate limits, and its links do not expire.
//
// Option: `reveals-accounts` (without protection against email enumeration, like older projects).

import { createServer } from "node:http";
import { createApp } from "firebase-tools/lib/emulator/auth/server.js";
import { createTransport } from "nodemailer";
import { EMAIL, HOST, PASSWORD, PORT, SENDER, SMTP_PORT, has, ready } from "../serving.mjs";

const PROJECT = "demo-latchkey";
const EMULATOR = `http://${HOST}:${PORT}`;
const mailer = createTransport({ host: HOST, port: SMTP_PORT, ignoreTLS: true });
let sent = 0;

/** Sends the emails that were not sent yet. */
async function sendMails() {
  const { oobCodes } = await (await fetch(`${EMULATOR}/emulator/v1/projects/${PROJECT}/oobCodes`)).json();
  while (sent < oobCodes.length) {
    const { email, oobLink } = oobCodes[sent++];
    const link = `https://recover.latchkey.example/reset-password${new URL(oobLink).search}`;
    await mailer.sendMail({ from: SENDER, to: email, subject: "Reset your password", text: `Follow this link:\n\n${link}\n` });
  }
}

async function call(method, path, body) {
  const response = await fetch(`${EMULATOR}/identitytoolkit.googleapis.com/${path}`, {
    method,
    headers: { "authorization": "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
}

const emulator = await createApp(PROJECT);
const server = createServer((request, response) => {
  if (request.url.includes("accounts:sendOobCode")) response.once("finish", sendMails);
  emulator(request, response);
});
await new Promise((listening) => server.listen(PORT, HOST, listening));
await call("POST", `v1/projects/${PROJECT}/accounts`, { email: EMAIL, password: PASSWORD });
await call("PATCH", `v2/projects/${PROJECT}/config?updateMask=emailPrivacyConfig`, {
  emailPrivacyConfig: { enableImprovedEmailPrivacy: !has("reveals-accounts") },
});
ready();
