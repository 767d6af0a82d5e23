// The Firebase Auth emulator, as `firebase emulators:start --only auth` serves it, without that program around it, which
// would take more ports and write a log. A project whose name begins with `demo-` never asks anything of the network.
//
// The emulator sends no mails, but tells what it would have sent; here that is sent, with a page of the project's own as
// the action URL. It knows no limits, and no time after which a link ends.
//
// Option: `reveals-accounts` (no protection against e-mail enumeration, as projects from before it have none).

import { createServer } from "node:http";
import { createApp } from "firebase-tools/lib/emulator/auth/server.js";
import { createTransport } from "nodemailer";
import { EMAIL, HOST, PASSWORD, PORT, SENDER, SMTP_PORT, has, ready } from "../serving.mjs";

const PROJECT = "demo-latchkey";
const EMULATOR = `http://${HOST}:${PORT}`;
const post = createTransport({ host: HOST, port: SMTP_PORT, ignoreTLS: true });
let sent = 0;

/** Sends the mails that are not out yet. */
async function sendMails() {
  const { oobCodes } = await (await fetch(`${EMULATOR}/emulator/v1/projects/${PROJECT}/oobCodes`)).json();
  while (sent < oobCodes.length) {
    const { email, oobLink } = oobCodes[sent++];
    const link = `https://recover.latchkey.example/reset-password${new URL(oobLink).search}`;
    await post.sendMail({ from: SENDER, to: email, subject: "Reset your password", text: `Follow this link:\n\n${link}\n` });
  }
}

async function ask(method, path, body) {
  const answer = await fetch(`${EMULATOR}/identitytoolkit.googleapis.com/${path}`, {
    method,
    headers: { "authorization": "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

const emulator = await createApp(PROJECT);
const server = createServer((request, response) => {
  if (request.url.includes("accounts:sendOobCode")) response.once("finish", sendMails);
  emulator(request, response);
});
await new Promise((listening) => server.listen(PORT, HOST, listening));
await ask("POST", `v1/projects/${PROJECT}/accounts`, { email: EMAIL, password: PASSWORD });
await ask("PATCH", `v2/projects/${PROJECT}/config?updateMask=emailPrivacyConfig`, {
  emailPrivacyConfig: { enableImprovedEmailPrivacy: !has("reveals-accounts") },
});
ready();
