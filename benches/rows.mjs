// Prints SQL that adds accounts and past recoveries: node rows.mjs sqlite|postgres ACCOUNTS RECOVERIES
//
// The accounts are p1@d1.example.org, p2@d2.example.org and so on at sixteen domains, with the password of the first account. There must be one account.
// Each recovery was redeemed within the last six days, so that it is not deleted yet.
import { createHash, randomBytes } from "node:crypto";

const [engine, accounts, recoveries] = process.argv.slice(2);
const blob = (bytes) => (engine === "sqlite" ? `X'${bytes.toString("hex")}'` : `'\\x${bytes.toString("hex")}'`);
const sha256 = (text) => createHash("sha256").update(text).digest();
const SLICE = 500;

function insert(into, count, row) {
  for (let first = 1; first <= count; first += SLICE) {
    const rows = [];
    for (let number = first; number <= Math.min(count, first + SLICE - 1); number += 1) rows.push(row(number));
    process.stdout.write(`INSERT INTO ${into} VALUES ${rows.join(",")};\n`);
  }
}

const now = Math.floor(Date.now() / 1000);
const address = (number) => `p${number}@d${number % 16}.example.org`;
const key = (number) => blob(sha256(address(number)));
process.stdout.write("BEGIN;\n");
insert("accounts (password_hash, created_at)", Number(accounts), () => `((SELECT password_hash FROM accounts WHERE id = 1), 0)`);
insert("addresses (account_id, email, address_key)", Number(accounts), (number) => `(${number + 1}, '${address(number)}', ${key(number)})`);
const of = (number) => 1 + (number % Number(accounts));
const at = (number) => now - 7200 - (number * 7919) % (5 * 86400);
insert(
  "recoveries (flow, address_key, account_id, requester, network, requested_at, link_expires_at, code_expires_at, number, spent_at)",
  Number(recoveries),
  (number) => `('past${number}', ${key(of(number))}, ${of(number) + 1}, ${blob(randomBytes(32))}, ${blob(randomBytes(32))}, ${at(number)}, ${at(number) + 3600}, ${at(number) + 600}, 1, ${at(number) + 60})`,
);
insert("link_tokens (token_hash, flow)", Number(recoveries), (number) => `(${blob(randomBytes(32))}, 'past${number}')`);
process.stdout.write(`COMMIT;\n${engine === "sqlite" ? "" : "VACUUM "}ANALYZE;\n`);
