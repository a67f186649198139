"""Lets the program fetch from a hostile server and says how each fetch ended and how much memory it took.

Usage: hostile.py SERVER.PY TILIK WORKSPACE PATH…; prints a JSON list.
"""

import json
import os
import subprocess
import sys

script, tilik, workspace, *paths = sys.argv[1:]
server = subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
port = json.loads(server.stdout.readline())["http"]
ends = []
for path in paths:
    url = "http://127.0.0.1:%d/%s" % (port, path)
    command = [tilik, "source", "add", url, "--allow-private", "127.0.0.1:%d" % port]
    with open(os.path.join(workspace, "talk"), "w+b") as talk:
        child = subprocess.Popen(command, cwd=workspace, stdout=talk, stderr=talk)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        talk.seek(0)
        said = talk.read().decode()
    ends.append({"path": path, "status": child.returncode, "talk": said, "megabytes": usage.ru_maxrss // 1024})
print(json.dumps(ends))
