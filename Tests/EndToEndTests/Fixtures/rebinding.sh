#!/bin/sh
# A network of its own in which a name leads where its owner likes: once to a public address, then to the loopback.
# Usage: rebinding.sh TILIK WORKSPACE. Needs unshare (user, mount and network namespaces) and ip.
set -eu
tilik=$1
cd "$2"
ip link set lo up
ip address add 93.184.215.14/32 dev lo
echo 'nameserver 127.0.0.1' > resolv.conf
mount --bind resolv.conf /etc/resolv.conf
python3 "$(dirname "$0")/rebinding.py" &
server=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do [ -e ready ] && break; sleep 0.3; done
for name in once rebound both; do
  "$tilik" source add "http://$name.example/" > said 2>&1 && status=0 || status=$?
  echo "$name $status $(tr '\n' ' ' < said)"
done
kill $server
echo "requests $(sort -u requests | tr '\n' ' ')"
