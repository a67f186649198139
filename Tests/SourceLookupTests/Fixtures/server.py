"""A web server on the loopback that answers well, badly and with malice.

Prints its ports as JSON (`http`, `raw`, and `https` where a certificate is given), serves until its standard input
closes. Usage: server.py [CERTIFICATE KEY]
"""

import gzip
import json
import os
import socket
import ssl
import sys
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PAGE = b"<!doctype html><title>Jadwal pasar</title><p>Pasar Waru buka pukul enam.</p>"
counts = {}
lock = threading.Lock()


def count(name):
    with lock:
        counts[name] = counts.get(name, 0) + 1
        return counts[name]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def chunk(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    def start_chunks(self, **headers):
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        self.route(self.rfile.read(length))

    def do_GET(self):
        self.route(b"")

    def route(self, body):
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        method = getattr(self, "at_" + parts.path.strip("/").split("/")[0].replace("-", "_"), None)
        try:
            if method:
                method(query, body)
            else:
                self.answer(404, b"Resource not found.", Content_Type="text/plain")
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            self.close_connection = True

    def at_page(self, query, body):
        self.answer(200, PAGE, Content_Type="text/html; charset=utf-8", ETag='"satu"')

    def at_small(self, query, body):
        self.answer(200, b"x" * 2000, Content_Type="text/plain")

    def at_gzip(self, query, body):
        self.answer(200, gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")

    def at_chunks(self, query, body):
        self.start_chunks(Content_Type="text/plain")
        self.chunk(b"satu ")
        self.chunk(b"dua")
        self.wfile.write(b"0\r\n\r\n")

    def at_echo(self, query, body):
        said = {"method": self.command, "path": self.path, "body": body.decode(), "headers": dict(self.headers)}
        self.answer(200, json.dumps(said).encode(), Content_Type="application/json")

    def at_conditional(self, query, body):
        if self.headers.get("If-None-Match") == '"satu"':
            self.answer(304, ETag='"satu"')
        else:
            self.at_page(query, body)

    def at_redirect(self, query, body):
        self.answer(int(query.get("status", 302)), Location=query["to"])

    def at_nowhere(self, query, body):
        self.answer(302)

    def at_loop(self, query, body):
        self.answer(302, Location="/loop?n=" + str(int(query.get("n", 0)) + 1))

    def at_flaky(self, query, body):
        if count("flaky" + query["id"]) <= int(query["failures"]):
            headers = {"Retry_After": query["after"]} if "after" in query else {}
            if "archived" in query:
                headers["Memento_Datetime"] = query["archived"]
            self.answer(int(query.get("status", 503)), b"busy", **headers)
        else:
            self.answer(200, b"ready")

    def at_broken(self, query, body):
        count("broken" + query["id"])
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def at_count(self, query, body):
        with lock:
            self.answer(200, str(counts.get(query["name"], 0)).encode())

    def at_endless(self, query, body):
        self.start_chunks()
        while True:
            self.chunk(b"z" * 65536)

    def at_bomb(self, query, body):
        self.start_chunks(Content_Encoding="gzip", Content_Type="text/html")
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        zeros = bytes(1 << 20)
        for _ in range(10 * 1024):
            data = packer.compress(zeros)
            if data:
                self.chunk(data)
        self.chunk(packer.flush())
        self.wfile.write(b"0\r\n\r\n")

    def at_layers(self, query, body):
        self.answer(200, PAGE, Content_Encoding=", ".join(["gzip"] * 9))

    def at_garbled(self, query, body):
        self.answer(200, b"this is not gzip at all", Content_Encoding="gzip")

    def at_drip(self, query, body):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(1000):
            self.wfile.write(b".")
            self.wfile.flush()
            time.sleep(0.1)

    def at_silent(self, query, body):
        time.sleep(30)

    def at_short(self, query, body):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"only this")
        self.close_connection = True

    def at_cut(self, query, body):
        """An answer that ends with its connection; over TLS nothing says that it was the end."""
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"only this")
        if query.get("said") and isinstance(self.connection, ssl.SSLSocket):
            self.wfile.flush()
            self.connection.unwrap()
        self.close_connection = True

    def at_flood(self, query, body):
        self.send_response(200)
        for number in range(4000):
            self.send_header("X-Flood-%d" % number, "y" * 100)
        self.end_headers()

    def at_latin(self, query, body):
        self.answer(200, "Kafé é".encode("latin-1"), Content_Type="text/html; charset=utf-8")

    def at_fixed(self, query, body):
        """A reply from a file, whatever is asked for: /fixed/STATUS[-RETRY_AFTER]/FILE/..."""
        _, _, status, name, *_ = self.path.split("/")
        status, _, after = status.partition("-")
        kinds = {"json": "application/json", "html": "text/html", "txt": "text/plain"}
        headers = {"Content_Type": kinds[name.rsplit(".", 1)[1]]}
        if after:
            headers["Retry_After"] = after
        if name.startswith("archive-blocked"):
            headers["X_Archive_Wayback_Runtime_Error"] = "AdministrativeAccessControlException: Blocked Site Error"
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "Replies", name), "rb") as file:
            self.answer(int(status), file.read(), **headers)


def raw(listener):
    """Answers that are not HTTP; the first byte of a request's path, or of a TLS hello, picks which."""
    while True:
        connection, _ = listener.accept()

        def serve(connection=connection):
            with connection:
                start = connection.recv(65536)
                if start.startswith(b"GET /ftp"):
                    connection.sendall(b"220 files here\r\n")
                elif start.startswith(b"GET /continue"):
                    connection.sendall(b"HTTP/1.1 100 Continue\r\nX-First: 1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                elif start[:1] == b"\x16":
                    connection.sendall(b"\x16\x03\x03\x40\x00\x02")
                # Everything else is closed without a word.

        threading.Thread(target=serve, daemon=True).start()


def main():
    ThreadingHTTPServer.daemon_threads = True
    ThreadingHTTPServer.request_queue_size = 128
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ports = {"http": server.server_port}
    if len(sys.argv) > 2:
        secure = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        secure.socket = context.wrap_socket(secure.socket, server_side=True)
        threading.Thread(target=secure.serve_forever, daemon=True).start()
        ports["https"] = secure.server_port
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=raw, args=(listener,), daemon=True).start()
    ports["raw"] = listener.getsockname()[1]
    print(json.dumps(ports), flush=True)
    sys.stdin.read()
    os._exit(0)


main()
