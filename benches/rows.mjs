// Prints SQL that adds accounts and past recoveries: node rows.mjs sqlite|postgres ACCOUNTS RECOVERIES
//
// The accounts are p1@d1.example.org, p2@d2.example.org and so on at sixteen domains, with the password of the first account. There must be one account.
// Each recovery was redeemed within the last six days, so that it is not deleted yet. Nothing else may use a SQLite file meanwhile.
import { createHash } from "node:crypto";

const [engine, accounts, recoveries] = process.argv.slice(2);
const SLICE = 1000;

// What differs between the databases. SQLite has no SHA-256, so it gets the keys of the addresses.
const postgres = {
  begin: "BEGIN;",
  end: "COMMIT; VACUUM ANALYZE;",
  random: "sha256(random()::text::bytea)",
  numbers: (count) => `generate_series(1, ${count}) AS numbers (number)`,
  keys: `INSERT INTO addresses (account_id, email, address_key)
    SELECT number + 1, email, sha256(email::bytea)
    FROM (SELECT number, 'p' || number || '@d' || number % 16 || '.example.org' AS email FROM generate_series(1, ${accounts}) AS numbers (number)) AS emails;`,
};
const sqlite = {
  begin: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; BEGIN;",
  end: "COMMIT; PRAGMA journal_mode = WAL;",
  random: "randomblob(32)",
  numbers: (count) =>
    `(WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < ${count}) SELECT number FROM numbers) AS numbers`,
  keys: "",
};
const { begin, end, random, numbers, keys } = engine === "sqlite" ? sqlite : postgres;

function addresses() {
  if (engine !== "sqlite") return;
  for (let first = 1; first <= Number(accounts); first += SLICE) {
    const rows = [];
    for (let number = first; number <= Math.min(Number(accounts), first + SLICE - 1); number += 1) {
      const email = `p${number}@d${number % 16}.example.org`;
      rows.push(`(${number + 1},'${email}',X'${createHash("sha256").update(email).digest("hex")}')`);
    }
    process.stdout.write(`INSERT INTO addresses (account_id, email, address_key) VALUES ${rows.join(",")};\n`);
  }
}

const now = Math.floor(Date.now() / 1000);
const at = `(${now} - 7200 - (number::bigint * 7919) % (5 * 86400))`.replace(engine === "sqlite" ? "::bigint" : "", "");
process.stdout.write(`${begin}
INSERT INTO accounts (password_hash, created_at)
  SELECT (SELECT password_hash FROM accounts WHERE id = 1), 0 FROM ${numbers(accounts)};
${keys}
`);
addresses();
process.stdout.write(`INSERT INTO recoveries
    (flow, address_key, account_id, requester, network, requested_at, link_expires_at, code_expires_at, number, spent_at)
  SELECT 'past' || number, address_key, account_id, ${random}, ${random}, ${at}, ${at} + 3600, ${at} + 600, 1, ${at} + 60
  FROM ${numbers(recoveries)} JOIN addresses ON addresses.account_id = 2 + number % ${accounts};
INSERT INTO link_tokens (token_hash, flow) SELECT ${random}, flow FROM recoveries WHERE flow LIKE 'past%';
${end}
`);
