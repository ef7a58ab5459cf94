#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Runs in the stand-in's session, as its plain user: looks at the installed Flatpak and uses it.
set -euo pipefail
app=io.github.inkling_app.Inkling
files=$HOME/inkling-check
exports=$HOME/.local/share/flatpak/exports/share
shots=${INK_SHOTS:-/tmp/inkling-flatpak-shots}
rm -rf "$files"
mkdir -p "$files" "$shots"

say() { printf '%s\n' "$*" >&2; }
fail() { say "FAIL: $*"; import -window root "$shots/failed.png" || true; exit 1; }
in_app() { flatpak run --user --filesystem="$files" --command="$1" "$app" "${@:2}"; }

say "== permissions"
permissions=$(flatpak info --user --show-permissions "$app")
say "$permissions"
if grep -q -E 'network|filesystems=|session-bus' <<< "$permissions"; then fail "too many permissions"; fi
devices=$(flatpak run --user --command=sh "$app" -c 'tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d " "')
[ "$devices" = lo ] || fail "network devices: $devices"

say "== exports"
for file in applications/$app.desktop icons/hicolor/scalable/apps/$app.svg \
  icons/hicolor/symbolic/apps/$app-symbolic.svg mime/packages/$app.xml \
  dbus-1/services/$app.service metainfo/$app.metainfo.xml; do
  [ -e "$exports/$file" ] || fail "$file is not exported"
done
flatpak run --user --command=inkling "$app" --version

say "== a project, made on the command line of the sandbox"
in_app inkling-cli sample "$files/sample.inkling" --people 2000
before=$(sqlite3 "$files/sample.inkling" "select value from meta where key = 'position'")

say "== opened, edited and saved through the document portal"
flatpak run --user --env=GSK_RENDERER=cairo --file-forwarding "$app" \
  @@ "$files/sample.inkling" @@ 2> "$files/window.log" &
window=$!
id=
for _ in $(seq 100); do
  id=$(xdotool search --name '^sample' 2>/dev/null | tail -1) && [ -n "$id" ] && break
  sleep 0.2
done
[ -n "$id" ] || { cat "$files/window.log"; fail "the project did not open"; }
xdotool windowfocus "$id"
sleep 1
import -window root "$shots/opened.png"
xdotool key ctrl+z
sleep 1
import -window root "$shots/edited.png"
xdotool key ctrl+s
for _ in $(seq 50); do
  after=$(sqlite3 "$files/sample.inkling" "select value from meta where key = 'position'")
  [ "$after" != "$before" ] && break
  sleep 0.2
done
[ "$after" != "$before" ] || fail "the edit is not in the file: step $before"
xdotool key ctrl+q
wait "$window" || fail "the window ended with an error"

[ "$(sqlite3 "$files/sample.inkling" 'pragma integrity_check')" = ok ] || fail "the file is damaged"
rest=$(find "$files" -mindepth 1 ! -name sample.inkling ! -name window.log)
[ -z "$rest" ] || fail "left in the folder: $rest"
warnings=$(grep -E 'Inkling.*(WARNING|CRITICAL)|(Gtk|Adwaita|GLib)[^ ]*-(WARNING|CRITICAL)' "$files/window.log" || true)
[ -z "$warnings" ] || fail "said: $warnings"
say "ok: step $before, then $after; nothing left beside the file"
