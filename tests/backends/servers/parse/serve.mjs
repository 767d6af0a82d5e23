// Parse Server with its own database on the PostgreSQL server in LATCHKEY_TEST_POSTGRES (scripts/with-postgres).
//
// Options: `expired` (links are already expired), `throttled` (one request an hour), `reveals-accounts` (the server reports
// addresses without account).

import { createServer } from "node:http";
import express from "express";
import { createTransport } from "nodemailer";
import pg from "pg";
import { newDatabase } from "../database.mjs";
import { EMAIL, HOST, PASSWORD, PORT, SENDER, SMTP_PORT, has, ready } from "../serving.mjs";

// Disables the log, which it would start in the working directory when it is imported.
process.env.PARSE_SERVER_LOGS_FOLDER = "null";
const { ParseServer } = await import("parse-server");
const APP_ID = "latchkey";

const mailer = createTransport({ host: HOST, port: SMTP_PORT, ignoreTLS: true });
const parse = new ParseServer({
  appId: APP_ID,
  appName: "Example",
  masterKey: "a secret for the duration of a test",
  databaseURI: await newDatabase(pg, "parse"),
  serverURL: `http://${HOST}:${PORT}/parse`,
  publicServerURL: `http://${HOST}:${PORT}/parse`,
  emailAdapter: {
    sendMail: () => {},
    sendVerificationEmail: () => {},
    // The server's link opens its own page. The link for the app has the same token.
    sendPasswordResetEmail: ({ link, user }) =>
      mailer.sendMail({
        from: SENDER,
        to: user.get("email"),
        subject: "Reset your password",
        text: `Choose a new password:\n\nlatchkey://reset-password${new URL(link).search}\n`,
      }),
  },
  // The server has no default rules; these are from its documentation.
  passwordPolicy: {
    validatorPattern: /^.{8,}$/,
    maxPasswordHistory: 2,
    resetPasswordSuccessOnInvalidEmail: !has("reveals-accounts"),
    resetTokenValidityDuration: has("expired") ? 0.001 : 3600,
  },
  rateLimit: has("throttled")
    ? [
        {
          requestPath: "/requestPasswordReset",
          requestCount: 1,
          requestTimeWindow: 3600000,
          includeInternalRequests: true,
        },
      ]
    : [],
  silent: true,
});
await parse.start();

const app = express();
app.use("/parse", parse.app);
const server = createServer(app);
await new Promise((listening) => server.listen(PORT, HOST, listening));
const created = await fetch(`http://${HOST}:${PORT}/parse/users`, {
  method: "POST",
  headers: { "x-parse-application-id": APP_ID, "content-type": "application/json" },
  body: JSON.stringify({ username: "ada", email: EMAIL, password: PASSWORD }),
});
if (!created.ok) throw new Error(await created.text());
ready();
