"""A desktop portal that knows two settings, for a test: ``fake_portal.py COLOUR_SCHEME CONTRAST`` on the session bus.

Each line on its standard input, again two numbers, changes them.  Run by the system's Python, which has dbus and GLib.
"""

import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

_NAME = "org.freedesktop.portal.Desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_APPEARANCE = "org.freedesktop.appearance"


class Portal(dbus.service.Object):
    """What Qt asks of a portal."""

    def __init__(self, bus, values):
        super().__init__(bus, "/org/freedesktop/portal/desktop")
        self.values = values

    @dbus.service.method(_SETTINGS, in_signature="as", out_signature="a{sa{sv}}")
    def ReadAll(self, namespaces):
        return {_APPEARANCE: dict(self.values)}

    @dbus.service.method(_SETTINGS, in_signature="ss", out_signature="v")
    def Read(self, namespace, key):
        return self._value(namespace, key)

    @dbus.service.method(_SETTINGS, in_signature="ss", out_signature="v")
    def ReadOne(self, namespace, key):
        return self._value(namespace, key)

    def _value(self, namespace, key):
        if namespace != _APPEARANCE or key not in self.values:
            raise dbus.exceptions.DBusException("no such setting", name="org.freedesktop.portal.Error.NotFound")
        return self.values[key]

    @dbus.service.signal(_SETTINGS, signature="ssv")
    def SettingChanged(self, namespace, key, value):
        pass

    @dbus.service.method("org.freedesktop.DBus.Properties", in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return dbus.UInt32(2)

    def change(self, values):
        for key, value in values.items():
            if self.values[key] != value:
                self.values[key] = value
                self.SettingChanged(_APPEARANCE, key, value)


def settings(words):
    """The two settings from two numbers."""
    scheme, contrast = words
    return {"color-scheme": dbus.UInt32(int(scheme)), "contrast": dbus.UInt32(int(contrast))}


def main():
    DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    name = dbus.service.BusName(_NAME, bus)
    portal = Portal(bus, settings(sys.argv[1:3]))
    loop = GLib.MainLoop()

    def told(channel, condition):
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        portal.change(settings(line.split()))
        return True

    GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, told)
    print(f"ready {name.get_name()}", flush=True)
    loop.run()


if __name__ == "__main__":
    main()
