// Parse Server on a PostgreSQL database of its own, whose server LATCHKEY_TEST_POSTGRES names (scripts/with-postgres).
//
// Options: `expired` (every link is too old), `throttled` (one request an hour), `reveals-accounts` (it says which addresses have
// no account).

import { createServer } from "node:http";
import express from "express";
import { createTransport } from "nodemailer";
import pg from "pg";
import { newDatabase } from "../database.mjs";
import { EMAIL, HOST, PASSWORD, PORT, SENDER, SMTP_PORT, has, ready } from "../serving.mjs";

// It begins a log in the present folder as soon as it is imported, unless it is told here.
process.env.PARSE_SERVER_LOGS_FOLDER = "null";
const { ParseServer } = await import("parse-server");
const APP_ID = "latchkey";

const post = createTransport({ host: HOST, port: SMTP_PORT, ignoreTLS: true });
const parse = new ParseServer({
  appId: APP_ID,
  appName: "Example",
  masterKey: "for a server that lives as long as a test",
  databaseURI: await newDatabase(pg, "parse"),
  serverURL: `http://${HOST}:${PORT}/parse`,
  publicServerURL: `http://${HOST}:${PORT}/parse`,
  emailAdapter: {
    sendMail: () => {},
    sendVerificationEmail: () => {},
    // The server's own link leads to its page. The app's has the same token.
    sendPasswordResetEmail: ({ link, user }) =>
      post.sendMail({
        from: SENDER,
        to: user.get("email"),
        subject: "Reset your password",
        text: `Choose a new password:\n\nlatchkey://reset-password${new URL(link).search}\n`,
      }),
  },
  // The server has no rule of its own; its documentation shows these.
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
const made = await fetch(`http://${HOST}:${PORT}/parse/users`, {
  method: "POST",
  headers: { "x-parse-application-id": APP_ID, "content-type": "application/json" },
  body: JSON.stringify({ username: "ada", email: EMAIL, password: PASSWORD }),
});
if (!made.ok) throw new Error(await made.text());
ready();
