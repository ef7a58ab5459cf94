#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A small window to drag a file out of, as out of a file manager. Usage: file-source.py FILE"""

import sys

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402


def main():
    Gtk.init()
    window = Gtk.Window(default_width=200, default_height=200, decorated=False,
                        child=Gtk.Label(label="drag me"))
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    uri = Gio.File.new_for_commandline_arg(sys.argv[1]).get_uri()
    source.set_content(Gdk.ContentProvider.new_for_bytes(
        "text/uri-list", GLib.Bytes.new(f"{uri}\r\n".encode())))
    window.add_controller(source)
    window.present()
    print("ready", flush=True)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
