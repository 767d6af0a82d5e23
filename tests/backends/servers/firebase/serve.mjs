// The Firebase Auth emulator, as `firebase emulators:start --only auth` serves it, without that program around it: which
// would take more ports, and write a log. A project whose name begins with `demo-` never asks anything of the network.
//
// The emulator sends no mails. What it would have sent is at /emulator/v1/projects/demo-latchkey/oobCodes.
//
// Option: `private` (protection against e-mail enumeration, as new projects have it).

import { createApp } from "firebase-tools/lib/emulator/auth/server.js";
import { EMAIL, HOST, PASSWORD, PORT, has, ready } from "../serving.mjs";

const PROJECT = "demo-latchkey";
const app = await createApp(PROJECT);
await new Promise((listening) => app.listen(PORT, HOST, listening));

async function ask(method, path, body) {
  const answer = await fetch(`http://${HOST}:${PORT}/identitytoolkit.googleapis.com/${path}`, {
    method,
    headers: { "authorization": "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

await ask("POST", `v1/projects/${PROJECT}/accounts`, { email: EMAIL, password: PASSWORD });
if (has("private")) {
  await ask("PATCH", `v2/projects/${PROJECT}/config?updateMask=emailPrivacyConfig`, {
    emailPrivacyConfig: { enableImprovedEmailPrivacy: true },
  });
}
ready();
