"""Answers DNS questions and serves one page on a public address and on the loopback, and notes which was asked."""

import os
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PUBLIC, OWN, DEAD = b"\x5d\xb8\xd7\x0e", b"\x7f\x00\x00\x01", b"\x5d\xb8\xd7\x0f"
PAGE = b"<title>Jadwal</title><p>" + b"Pasar Waru buka pukul enam pagi dan tutup pukul dua siang. " * 20


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def do_GET(self):
        with open("requests", "a") as file:
            file.write(self.connection.getsockname()[0] + "\n")
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)


def answer(question):
    name, at = [], 12
    while question[at]:
        name.append(question[at + 1 : at + 1 + question[at]].decode())
        at += question[at] + 1
    kind = question[at + 2]
    addresses = {"once": [PUBLIC], "rebound": [OWN], "both": [DEAD, OWN]}.get(name[0], [])
    if kind != 1:
        addresses = []
    head = question[:2] + b"\x81\x80\x00\x01" + len(addresses).to_bytes(2, "big") + b"\x00\x00\x00\x00"
    records = b"".join(b"\xc0\x0c\x00\x01\x00\x01\x00\x00\x00\x00\x00\x04" + address for address in addresses)
    return head + question[12 : at + 5] + records


servers = [ThreadingHTTPServer((address, 80), Handler) for address in ("93.184.215.14", "127.0.0.1")]
for server in servers:
    threading.Thread(target=server.serve_forever, daemon=True).start()
resolver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
resolver.bind(("127.0.0.1", 53))
open("ready", "w").close()
while True:
    question, asker = resolver.recvfrom(512)
    resolver.sendto(answer(question), asker)
