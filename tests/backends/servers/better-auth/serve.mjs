// Better Auth, set up as in its documentation, with accounts in memory and its plugin for breached passwords.
//
// Options: `expired` (links are already expired), `throttled` (the rate limits that it enables in production, with a few
// calls of any kind an hour).

import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import { toNodeHandler } from "better-auth/node";
import { haveIBeenPwned } from "better-auth/plugins";
import { createTransport } from "nodemailer";
import { EMAIL, HOST, PASSWORD, PORT, SENDER, SMTP_PORT, has, ready } from "../serving.mjs";

// Replaces the list of breached passwords, without network access, by one with a single password.
const BREACHED = createHash("sha1").update("correct horse battery").digest("hex").toUpperCase();
globalThis.fetch = async (address) => {
  const prefix = String(address).match(/^https:\/\/api\.pwnedpasswords\.com\/range\/(.{5})$/)?.[1];
  if (!prefix) throw new Error("unexpected request: only the list of breached passwords is expected");
  return new Response(prefix === BREACHED.slice(0, 5) ? `${BREACHED.slice(5)}:42` : "");
};

const mailer = createTransport({ host: HOST, port: SMTP_PORT, ignoreTLS: true });
const auth = betterAuth({
  // The base of the links in emails.
  baseURL: "https://recover.latchkey.example",
  secret: "a secret for the duration of a test",
  database: memoryAdapter({ user: [], session: [], account: [], verification: [], rateLimit: [] }),
  trustedOrigins: ["latchkey://"],
  telemetry: { enabled: false },
  logger: { disabled: true },
  rateLimit: { enabled: has("throttled"), window: 3600, max: 3 },
  plugins: [haveIBeenPwned()],
  emailAndPassword: {
    enabled: true,
    resetPasswordTokenExpiresIn: has("expired") ? -1 : 3600,
    sendResetPassword: ({ user, url }) =>
      mailer.sendMail({
        from: SENDER,
        to: user.email,
        subject: "Reset your password",
        text: `Choose a new password:\n\n${url}\n`,
      }),
  },
});
await auth.api.signUpEmail({ body: { email: EMAIL, password: PASSWORD, name: "Ada" } });
createServer(toNodeHandler(auth)).listen(PORT, HOST, ready);
