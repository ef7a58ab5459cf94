#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Runs a command in the system that lies in a folder (a newer Debian with a newer GTK, made by
# debootstrap), with this project, what lies beside it and /tmp at their usual places, so that
# display and session bus of the outside serve it. Nothing stays mounted. Needs root.
# usage: tests/tools/in-root.sh ROOT COMMAND [ARGUMENT…]
set -euo pipefail
[ $# -ge 2 ] || { sed -n '5,8s/^# //p' "$0" >&2; exit 2; }
root=$(cd "$1" && pwd)
around=$(cd "$(dirname "$0")/../../.." && pwd)
shift
exec unshare --mount bash -c '
  root=$1 around=$2
  shift 2
  for folder in /proc /dev /sys /tmp "$around"; do
    mkdir -p "$root$folder"
    mount --rbind "$folder" "$root$folder"
  done
  exec chroot "$root" env -C "$PWD" "$@"' in-root "$root" "$around" "$@"
