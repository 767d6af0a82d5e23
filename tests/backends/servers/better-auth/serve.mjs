// Better Auth as its documentation sets it up, with accounts in memory and its plugin against stolen passwords.
//
// Options: `expired` (every link is too old), `throttled` (the limits that it has by itself in production, but few calls of
// any kind in an hour).

import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import { toNodeHandler } from "better-auth/node";
import { haveIBeenPwned } from "better-auth/plugins";
import { createTransport } from "nodemailer";
import { EMAIL, HOST, PASSWORD, PORT, SENDER, SMTP_PORT, has, ready } from "../serving.mjs";

// There is no network here: the list that the plugin asks knows one stolen password.
const STOLEN = createHash("sha1").update("correct horse battery").digest("hex").toUpperCase();
globalThis.fetch = async (address) => {
  const prefix = String(address).match(/^https:\/\/api\.pwnedpasswords\.com\/range\/(.{5})$/)?.[1];
  if (!prefix) throw new Error("asked for something other than the list of stolen passwords");
  return new Response(prefix === STOLEN.slice(0, 5) ? `${STOLEN.slice(5)}:42` : "");
};

const post = createTransport({ host: HOST, port: SMTP_PORT, ignoreTLS: true });
const auth = betterAuth({
  // What the mailed links begin with.
  baseURL: "https://recover.latchkey.example",
  secret: "for a server that lives as long as a test",
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
      post.sendMail({
        from: SENDER,
        to: user.email,
        subject: "Reset your password",
        text: `Choose a new password:\n\n${url}\n`,
      }),
  },
});
await auth.api.signUpEmail({ body: { email: EMAIL, password: PASSWORD, name: "Ada" } });
createServer(toNodeHandler(auth)).listen(PORT, HOST, ready);
