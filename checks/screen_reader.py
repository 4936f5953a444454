"""An AT-SPI client: reads the page of a running pmlapp as a screen reader is given it.

Run by Debian's own Python, which has pyatspi: python3 checks/screen_reader.py read | spoken | walk | press NAME.
``read`` prints the tree as `pmlapp --hear` does, ``spoken`` a line for each thing as Orca would say it, ``walk`` goes
through the tree again and again until the program has gone, and ``press`` presses the first thing of that name and
prints the next thing that the program announces.
"""

import contextlib
import sys
import time

import pyatspi
from gi.repository import GLib

ROLES = {
    "image": "picture",
    "push button": "button",
    "table row": "row",
    "table cell": "cell",
    "table column header": "column header",
}
SPOKEN = {"picture": "image", "cell": "", "paragraph": "", "section": "", "row": ""}
PATIENCE_S = 30


def program():
    """The reader, as soon as the bus knows it."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.name in ("pmlapp", "__main__.py", "PML Answers"):
                return application
        time.sleep(0.1)
    raise SystemExit("There is no pmlapp on the accessibility bus.")


def page(application):
    """The document of its window."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        for thing in things(application):
            if thing.getRoleName() in ("document frame", "document web"):
                return thing
        time.sleep(0.1)
    raise SystemExit("It shows no page.")


def things(thing):
    yield thing
    for number in range(thing.childCount):
        child = thing.getChildAtIndex(number)
        if child is not None:
            yield from things(child)


def role_of(thing):
    name = thing.getRoleName()
    return ROLES.get(name, name)


def level_of(thing):
    for attribute in thing.getAttributes():
        if attribute.startswith("level:"):
            return attribute.removeprefix("level:")
    return ""


def state_of(thing):
    state = thing.getState()
    if not state.contains(pyatspi.STATE_EXPANDABLE):
        return ""
    return "expanded" if state.contains(pyatspi.STATE_EXPANDED) else "collapsed"


def count(thing):
    """How many points or rows it has; what its caption links to is none."""
    inside = (thing.getChildAtIndex(number) for number in range(thing.childCount))
    return sum(role_of(child) != "link" for child in inside)


def lines(thing, depth=0):
    for number in range(thing.childCount):
        child = thing.getChildAtIndex(number)
        role, level, state = role_of(child), level_of(child), state_of(child)
        first = f"{role} {level}" if level else role
        if role in ("list", "table"):
            first = f"{first} of {count(child)}"
        first = f"{first}, {state}" if state else first
        detail = f" ({child.description})" if child.description else ""
        yield f"{'  ' * depth}{first}{': ' if child.name else ''}{child.name}{detail}"
        yield from lines(child, depth + 1)


def spoken(thing):
    """What is said, in the order in which Orca says it: words, then what they are."""
    for number in range(thing.childCount):
        child = thing.getChildAtIndex(number)
        role, level, state = role_of(child), level_of(child), state_of(child)
        said = SPOKEN.get(role, role)
        if role == "heading":
            said = f"heading level {level}"
        elif role == "list":
            said = f"list with {count(child)} items"
        elif role == "table":
            said = f"table with {count(child)} rows"
        elif role == "list item":
            said = ""
        words = ", ".join(filter(None, (child.name, said, state, child.description)))
        if words:
            yield words
        yield from spoken(child)


def walk(application):
    """Go through the window again and again; things may go while they are looked at, the program may not."""
    counted = {"walks": 0, "seen": 0, "gone": 0}
    while is_there(application):
        look_at(application, counted)
        counted["walks"] += 1
    print("{walks} walks, {seen} things seen, {gone} of them gone before they could be asked".format(**counted))


def is_there(application):
    try:
        return application.childCount > 0
    except Exception:
        return False


def look_at(thing, counted):
    """Ask a thing all that a screen reader asks, then those inside it."""
    try:
        thing.name, thing.getRoleName(), thing.getState(), thing.parent, thing.description, thing.getAttributes()
        children = thing.childCount
        with contextlib.suppress(NotImplementedError):
            thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    except Exception:
        counted["gone"] += 1
        return
    counted["seen"] += 1
    for number in range(children):
        try:
            child = thing.getChildAtIndex(number)
        except Exception:
            child = None
        if child is None:
            counted["gone"] += 1
            return
        look_at(child, counted)


def press(thing):
    """Press it, and wait for what the program has to say."""

    def said(event):
        print(event.any_data, flush=True)
        pyatspi.Registry.stop()

    pyatspi.Registry.registerEventListener(said, "object:announcement")
    GLib.timeout_add(200, lambda: thing.queryAction().doAction(0) and False)
    GLib.timeout_add_seconds(PATIENCE_S, pyatspi.Registry.stop)
    pyatspi.Registry.start()


def main(arguments):
    application = program()
    match arguments:
        case ["read"]:
            print(*lines(page(application)), sep="\n")
        case ["spoken"]:
            print(*spoken(page(application)), sep="\n")
        case ["walk"]:
            walk(application)
        case ["press", name]:
            found = next(thing for thing in things(page(application)) if thing.name == name)
            press(found)
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
