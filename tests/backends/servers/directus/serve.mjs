// Directus with its own PostgreSQL database, without its app for editors.
//
// Options: `expired` (links are already expired), `throttled` (a few calls an hour).

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import pg from "pg";
import { newDatabase } from "../database.mjs";
import { EMAIL, HOST, PASSWORD, PORT, SENDER, SMTP_PORT, has, ready } from "../serving.mjs";

const { resolve } = createRequire(import.meta.url);
Object.assign(process.env, {
  DB_CLIENT: "pg",
  DB_CONNECTION_STRING: await newDatabase(pg, "directus"),
  SECRET: "a secret for the duration of a test",
  ADMIN_EMAIL: EMAIL,
  ADMIN_PASSWORD: PASSWORD,
  PUBLIC_URL: `http://${HOST}:${PORT}`,
  PASSWORD_RESET_URL_ALLOW_LIST: "https://recover.latchkey.example/reset-password",
  EMAIL_FROM: SENDER,
  EMAIL_TRANSPORT: "smtp",
  EMAIL_SMTP_HOST: HOST,
  EMAIL_SMTP_PORT: String(SMTP_PORT),
  EMAIL_SMTP_IGNORE_TLS: "true",
  EMAIL_VERIFY_SETUP: "false",
  SERVE_APP: "false",
  TELEMETRY: "false",
  LOG_LEVEL: "silent",
});

const stub = new URL("without-sandbox.mjs", import.meta.url).href;
const program = resolve("@directus/api/cli/run.js");
// Creates the tables and the first account, and exits.
execFileSync(process.execPath, ["--import", stub, program, "bootstrap"], { stdio: "ignore" });

if (has("throttled")) {
  Object.assign(process.env, { RATE_LIMITER_ENABLED: "true", RATE_LIMITER_POINTS: "5", RATE_LIMITER_DURATION: "3600" });
}
await import(stub);
if (has("expired")) {
  // It has no setting for the lifetime of links.
  const jwt = createRequire(program)("jsonwebtoken");
  const { sign } = jwt;
  jwt.sign = (claims, secret, options) =>
    sign(claims, secret, claims.scope === "password-reset" ? { ...options, expiresIn: -1 } : options);
}
const { createServer } = await import("@directus/api/server");
const server = await createServer();
await new Promise((listening) => server.listen(PORT, HOST, listening));

async function call(method, path, token, body) {
  const response = await fetch(`http://${HOST}:${PORT}${path}`, {
    method,
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()).data;
}
const { access_token } = await call("POST", "/auth/login", "", { email: EMAIL, password: PASSWORD });
// The weaker of its two optional rules. By default it has none.
await call("PATCH", "/settings", access_token, { auth_password_policy: "/^.{8,}$/" });
ready();
