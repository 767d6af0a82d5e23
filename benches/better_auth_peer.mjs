// Better Auth, set up as in its documentation: SQLite, one account, discarded email, no limits.
import cluster from "node:cluster";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// The packages are not next to this file, but in the folder in which npm installed them.
const require = createRequire(`${process.env.PEER_MODULES}/`);
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { betterAuth } = await load("better-auth");
const { toNodeHandler } = await load("better-auth/node");
const { getMigrations } = await load("better-auth/db/migration").catch(() => load("better-auth/db"));
const Database = require("better-sqlite3");

const port = Number(process.env.PEER_PORT);
const options = {
  database: new Database(`${process.env.PEER_FOLDER}/better.db`),
  secret: "only for measuring, and long enough for a key",
  baseURL: `http://127.0.0.1:${port}`,
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
  emailAndPassword: { enabled: true, sendResetPassword: async () => {} },
};
const auth = betterAuth(options);
if (cluster.isPrimary) {
  options.database.pragma("journal_mode = WAL");
  await (await getMigrations(options)).runMigrations();
  await auth.api.signUpEmail({ body: { email: "ada@example.org", password: "seven grey herons", name: "Ada" } });
  for (let worker = 0; worker < Number(process.env.PEER_WORKERS); worker += 1) cluster.fork();
} else {
  createServer(toNodeHandler(auth)).listen(port, "127.0.0.1");
}
