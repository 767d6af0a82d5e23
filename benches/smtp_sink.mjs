// A mail server on loopback (RFC 5321) that accepts everything and keeps nothing. Prints its port, and the number of emails that it
// has accepted after each second.
import { createServer } from "node:net";

let accepted = 0;
const server = createServer((socket) => {
  let text = "";
  let inMail = false;
  socket.setEncoding("latin1");
  socket.setNoDelay(true);
  socket.on("error", () => {});
  socket.write("220 sink\r\n");
  socket.on("data", (chunk) => {
    text += chunk;
    for (;;) {
      const end = text.indexOf(inMail ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const line = text.slice(0, end);
      text = text.slice(end + (inMail ? 5 : 2));
      if (inMail) {
        inMail = false;
        accepted += 1;
        socket.write("250 OK\r\n");
      } else if (/^DATA/i.test(line)) {
        inMail = true;
        socket.write("354 go on\r\n");
      } else if (/^EHLO/i.test(line)) {
        socket.write("250-sink\r\n250 8BITMIME\r\n");
      } else {
        socket.write(/^QUIT/i.test(line) ? "221 bye\r\n" : "250 OK\r\n");
      }
    }
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
setInterval(() => console.log(accepted), 1000);
