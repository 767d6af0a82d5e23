// cognito-local, an emulator of Amazon Cognito, with a user pool and a public client named `latchkey`. It prints its
// emails to the terminal; here they are sent instead.
//
// It has no password rules and no rate limits, and its codes do not expire.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createDefaultServer } from "cognito-local/lib/server/defaults.js";
import { ConsoleMessageSender } from "cognito-local/lib/services/messageDelivery/consoleMessageSender.js";
import { createTransport } from "nodemailer";
import { pino } from "pino";
import { EMAIL, HOST, PASSWORD, PORT, SENDER, SMTP_PORT, ready } from "../serving.mjs";

const POOL = "local_pool";

// It stores all data in files below its working directory.
const folder = new URL(`data/${PORT}/`, import.meta.url).pathname;
const files = {
  "config.json": { ServerConfig: { port: PORT, hostname: HOST } },
  [`db/${POOL}.json`]: { Options: { Id: POOL, UsernameAttributes: ["email"] }, Users: {} },
  "db/clients.json": { Clients: { latchkey: { ClientId: "latchkey", ClientName: "app", UserPoolId: POOL } } },
};
rmSync(folder, { recursive: true, force: true });
mkdirSync(`${folder}.cognito/db`, { recursive: true });
for (const [name, content] of Object.entries(files)) {
  writeFileSync(`${folder}.cognito/${name}`, JSON.stringify(content));
}
process.chdir(folder);

const mailer = createTransport({ host: HOST, port: SMTP_PORT, ignoreTLS: true });
ConsoleMessageSender.prototype.sendEmail = (_context, _user, to, { __code: code }) =>
  mailer.sendMail({ from: SENDER, to, subject: "Your verification code", text: `Your password reset code:\n\n${code}\n` });

async function call(target, body) {
  const response = await fetch(`http://${HOST}:${PORT}/`, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${target}`,
    },
    body: JSON.stringify({ UserPoolId: POOL, Username: EMAIL, ...body }),
  });
  if (!response.ok) throw new Error(`${target}: ${await response.text()}`);
}

await (await createDefaultServer(pino({ enabled: false }))).start();
await call("AdminCreateUser", {
  MessageAction: "SUPPRESS",
  UserAttributes: [
    { Name: "email", Value: EMAIL },
    { Name: "email_verified", Value: "true" },
  ],
});
await call("AdminSetUserPassword", { Password: PASSWORD, Permanent: true });
ready();
