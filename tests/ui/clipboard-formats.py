#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Prints the formats on the clipboard, and how many bytes of PNG, as another program gets them."""

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

Gtk.init()
window = Gtk.Window(default_width=40, default_height=40, decorated=False)
window.present()
loop = GLib.MainLoop()
clipboard = Gdk.Display.get_default().get_clipboard()


def got(source, result):
    try:
        texture = source.read_texture_finish(result)
        print("picture", texture.get_width(), texture.get_height())
    except GLib.Error as error:
        print("no picture:", error.message)
    loop.quit()


def read():
    print("formats", *(clipboard.get_formats().get_mime_types() or []))
    clipboard.read_texture_async(None, got)
    return False


GLib.timeout_add(400, read)
GLib.timeout_add(5000, loop.quit)
loop.run()
