// Payload with one collection of accounts, without Next.js, as its documentation shows for other servers.
//
// Option: `expired` (links are already expired). The wait of 15 seconds between two emails to an account is disabled.

import { createServer } from "node:http";
import { postgresAdapter } from "@payloadcms/db-postgres";
import { nodemailerAdapter } from "@payloadcms/email-nodemailer";
import { buildConfig, getPayload, handleEndpoints } from "payload";
import pg from "pg";
import { newDatabase } from "../database.mjs";
import { EMAIL, HOST, PASSWORD, PORT, SENDER, SMTP_PORT, has, ready } from "../serving.mjs";

const config = await buildConfig({
  // The base of the links in emails.
  serverURL: "https://recover.latchkey.example",
  secret: "a secret for the duration of a test",
  telemetry: false,
  logger: { options: { enabled: false } },
  db: postgresAdapter({ pool: { connectionString: await newDatabase(pg, "payload") } }),
  email: nodemailerAdapter({
    defaultFromAddress: SENDER,
    defaultFromName: "Example",
    transportOptions: { host: HOST, port: SMTP_PORT, ignoreTLS: true },
  }),
  collections: [
    {
      slug: "users",
      auth: {
        forgotPassword: {
          minRequestInterval: 0,
          ...(has("expired") ? { expiration: -1000 } : {}),
        },
      },
      fields: [],
    },
  ],
});
const payload = await getPayload({ config });
await payload.create({ collection: "users", data: { email: EMAIL, password: PASSWORD } });

createServer(async (incoming, outgoing) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const request = new Request(`http://${HOST}:${PORT}${incoming.url}`, {
    method: incoming.method,
    headers: incoming.headers,
    body: chunks.length ? Buffer.concat(chunks) : undefined,
  });
  const response = await handleEndpoints({ config, request });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}).listen(PORT, HOST, ready);
