// An HTTP/2 server on the loopback that says how many connections it has had. Usage: http2.mjs CERTIFICATE KEY
// Prints its port, ends when its standard input closes.
import { readFileSync } from "node:fs";
import { createSecureServer } from "node:http2";

const [certificate, key] = process.argv.slice(2);
const server = createSecureServer({ cert: readFileSync(certificate), key: readFileSync(key) });
let connections = 0;
server.on("session", () => connections++);
server.on("stream", (stream) => {
  stream.respond({ ":status": 200, "content-type": "text/plain" });
  stream.end(String(connections));
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.resume().on("end", () => process.exit(0));
