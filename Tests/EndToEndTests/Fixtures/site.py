"""A web site on the loopback, served from a folder that a test fills and changes.

Usage: site.py FOLDER. FOLDER/x is the body of /x, FOLDER/x.json its status and header fields; a query is not looked at.
POST /x is answered by FOLDER/post/x.
The port comes to stand in FOLDER/.port, each request in FOLDER/.log. POST /tsa answers as a timestamping authority
(RFC 3161) with FOLDER/tsa.cnf. Ends when FOLDER/.port is removed.
"""

import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

folder = sys.argv[1]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def reply(self, status, body, fields):
        self.send_response(status)
        for name, value in fields.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/tsa":
            with open(os.path.join(folder, "query.tsq"), "wb") as file:
                file.write(body)
            made = subprocess.run(
                ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.tsq", "-out", "reply.tsr"],
                cwd=folder,
                capture_output=True,
            )
            if made.returncode:
                return self.reply(500, made.stderr, {})
            with open(os.path.join(folder, "reply.tsr"), "rb") as file:
                return self.reply(200, file.read(), {"Content-Type": "application/timestamp-reply"})
        self.path = "/post" + self.path
        self.do_GET()

    def do_GET(self):
        path = urlsplit(self.path).path.strip("/")
        with open(os.path.join(folder, ".log"), "a") as log:
            log.write("%s %s %s\n" % (self.command, self.path, self.headers.get("User-Agent")))
        file = os.path.join(folder, path)
        status, fields, body = 200, {"Content-Type": "text/html; charset=utf-8"}, None
        if os.path.isfile(file):
            with open(file, "rb") as content:
                body = content.read()
        if os.path.isfile(file + ".json"):
            with open(file + ".json") as content:
                told = json.load(content)
            status = told.get("status", 200)
            fields.update(told.get("headers", {}))
            time.sleep(told.get("seconds", 0))
            body = body or b""
        if body is None:
            return self.reply(404, b"<title>Tidak ada</title>", fields)
        if status == 200:
            fields["ETag"] = '"%s"' % hashlib.sha256(body).hexdigest()[:16]
            if self.headers.get("If-None-Match") == fields["ETag"]:
                return self.reply(304, b"", {"ETag": fields["ETag"]})
        self.reply(status, body, fields)


ThreadingHTTPServer.daemon_threads = True
ThreadingHTTPServer.request_queue_size = 128
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
port = os.path.join(folder, ".port")
with open(port + ".new", "w") as file:
    file.write(str(server.server_port))
os.rename(port + ".new", port)
while os.path.exists(port):
    time.sleep(0.05)
