// Strapi with its users-permissions plugin, and no admin panel. It reads its settings from its working directory.
//
// Option: `throttled` (one request a minute). Its links do not expire.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import pg from "pg";
import { newDatabase } from "../database.mjs";
import { EMAIL, HOST, PASSWORD, PORT, SENDER, SMTP_PORT, has, ready } from "../serving.mjs";

process.env.STRAPI_TELEMETRY_DISABLED = "true";
const { createStrapi } = createRequire(import.meta.url)("@strapi/strapi");
const SECRET = "a secret for the duration of a test";
const PLUGIN = "@strapi/plugin-users-permissions";

const folder = new URL(`data/${PORT}/`, import.meta.url).pathname;
const files = {
  "package.json": { name: "site", version: "0.0.0", dependencies: { [PLUGIN]: "*" }, strapi: { uuid: false } },
  "config/server.json": { host: HOST, port: PORT, app: { keys: [SECRET] }, logger: { updates: { enabled: false } } },
  "config/admin.json": {
    serveAdminPanel: false,
    auth: { secret: SECRET },
    secrets: { encryptionKey: SECRET },
    apiToken: { salt: SECRET },
    transfer: { token: { salt: SECRET } },
  },
  "config/database.json": {
    connection: { client: "postgres", connection: { connectionString: await newDatabase(pg, "strapi") } },
  },
  // This file must be JavaScript.
  "config/plugins.js": {
    "users-permissions": {
      config: { jwtSecret: SECRET, ratelimit: has("throttled") ? { max: 1 } : { enabled: false } },
    },
    "email": {
      config: {
        provider: "nodemailer",
        providerOptions: { host: HOST, port: SMTP_PORT, ignoreTLS: true },
        settings: { defaultFrom: SENDER, defaultReplyTo: SENDER },
      },
    },
  },
};
rmSync(folder, { recursive: true, force: true });
for (const name of ["config", "src/api", "public/uploads"]) mkdirSync(folder + name, { recursive: true });
for (const [name, content] of Object.entries(files)) {
  writeFileSync(folder + name, (name.endsWith(".js") ? "module.exports = " : "") + JSON.stringify(content));
}

const strapi = await createStrapi({ appDir: folder, distDir: folder }).load();
// Settings that an operator makes in the admin panel.
const settings = strapi.store({ type: "plugin", name: "users-permissions", key: "advanced" });
await settings.set({
  value: { ...(await settings.get()), email_reset_password: "https://recover.latchkey.example/reset-password" },
});
const role = await strapi.db.query("plugin::users-permissions.role").findOne({ where: { type: "authenticated" } });
await strapi.plugin("users-permissions").service("user").add({
  username: "ada",
  email: EMAIL,
  password: PASSWORD,
  provider: "local",
  confirmed: true,
  role: role.id,
});
strapi.server.mount();
strapi.server.listen(PORT, HOST, ready);
