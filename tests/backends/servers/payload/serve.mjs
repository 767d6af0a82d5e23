// Payload with one collection of accounts, served without Next.js as its documentation shows for other servers.
//
// Option: `expired` (every link is too old). An account may be sent one mail after the other, and not one in 15 seconds.

import { createServer } from "node:http";
import { postgresAdapter } from "@payloadcms/db-postgres";
import { nodemailerAdapter } from "@payloadcms/email-nodemailer";
import { buildConfig, getPayload, handleEndpoints } from "payload";
import pg from "pg";
import { newDatabase } from "../database.mjs";
import { EMAIL, HOST, PASSWORD, PORT, SENDER, SMTP_PORT, has, ready } from "../serving.mjs";

const config = await buildConfig({
  // What the mailed links begin with.
  serverURL: "https://recover.latchkey.example",
  secret: "for a server that lives as long as a test",
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
  const answer = await handleEndpoints({ config, request });
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  outgoing.end(Buffer.from(await answer.arrayBuffer()));
}).listen(PORT, HOST, ready);
