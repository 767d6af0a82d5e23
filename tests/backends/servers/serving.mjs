// Shared by all `serve.mjs` programs.
//
// Usage: `serve.mjs PORT SMTP_PORT [OPTION…]`. The server listens on loopback, sends its emails to the SMTP port, and prints
// the line `ready` when it accepts connections. An option is a word that changes one setting.

export const EMAIL = "ada@example.org";
export const PASSWORD = "the old harbour wall";
export const SENDER = "no-reply@example.org";
export const HOST = "127.0.0.1";

const [port, smtpPort, ...options] = process.argv.slice(2);
export const PORT = Number(port);
export const SMTP_PORT = Number(smtpPort);
/** Whether this option was given. */
export const has = (option) => options.includes(option);

/** Reports that the server accepts connections. */
export const ready = () => process.stdout.write("ready\n");
