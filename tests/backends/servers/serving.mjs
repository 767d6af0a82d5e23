// What the serve programs for Node have in common.
//
// Each is called `serve.mjs PORT SMTP_PORT [OPTION…]`, serves on loopback, sends its mails to the SMTP port, and prints
// one line, `ready`, once it takes connections. An option is a word that changes one setting of the server.

export const EMAIL = "ada@example.org";
export const PASSWORD = "the old harbour wall";
export const SENDER = "no-reply@example.org";
export const HOST = "127.0.0.1";

const [port, smtpPort, ...options] = process.argv.slice(2);
export const PORT = Number(port);
export const SMTP_PORT = Number(smtpPort);
/** Whether the server was asked for with this option. */
export const has = (option) => options.includes(option);

/** Says that connections are taken from now on. */
export const ready = () => process.stdout.write("ready\n");
