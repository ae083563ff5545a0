"""Reads a window from outside, as a screen reader does: AT-SPI over a bus of its own."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from jeepney import DBusAddress, MatchRule, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
ACCESSIBLE = "org.a11y.atspi.Accessible"
TEXT = "org.a11y.atspi.Text"
EVENTS = "org.a11y.atspi.Event.Object"
REGISTRY = DBusAddress(
    "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
)
FOCUSED = 12  # the place of this state in what “GetState” returns
PATIENCE = 20.0  # seconds


class Node(NamedTuple):
    """One control of a program, as the bus names it."""

    program: str
    path: str


ROOT = Node("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")


class ScreenReader:
    """A bus for accessibility and what is on it; for programs started with `environment`."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._daemon.stdout is not None
        address = self._daemon.stdout.readline().strip()
        self.environment = {
            **environment,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._launcher = subprocess.Popen(
            [launcher() or "", "--launch-immediately"],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._bus = open_dbus_connection(_bus_address(address))

    def close(self) -> None:
        """End the bus."""
        self._bus.close()
        for process in (self._launcher, self._daemon):
            process.terminate()
            process.wait(PATIENCE)
        assert self._daemon.stdout is not None
        self._daemon.stdout.close()

    def programs(self) -> list[Node]:
        """Return the programs that can be read."""
        return self.children(ROOT)

    def children(self, node: Node) -> list[Node]:
        """Return what is in a control."""
        (found,) = self._call(node, ACCESSIBLE, "GetChildren") or ([],)
        # what is just coming or going has no address yet, and the bus hangs up on whoever uses it
        return [Node(*child) for child in found if all(child)]

    def name(self, node: Node) -> str:
        """Return what is read out first."""
        return str(self._property(node, ACCESSIBLE, "Name"))

    def role(self, node: Node) -> str:
        """Return what kind of control it is."""
        return str((self._call(node, ACCESSIBLE, "GetRoleName") or ("",))[0])

    def text(self, node: Node) -> str:
        """Return the text in a box."""
        return str((self._call(node, TEXT, "GetText", "ii", (0, -1)) or ("",))[0])

    def caret(self, node: Node) -> int:
        """Return where the caret is in a box."""
        return int(self._property(node, TEXT, "CaretOffset") or 0)

    def is_focused(self, node: Node) -> bool:
        """Tell whether a control has the focus."""
        states = (self._call(node, ACCESSIBLE, "GetState") or ([0],))[0]
        return bool(states[0] >> FOCUSED & 1)

    @contextmanager
    def listening(self) -> Iterator[Callable[[], str]]:
        """Listen to what programs have read out; yields who waits for the next of it."""
        call = new_method_call(REGISTRY, "RegisterEvent", "s", ("object:announcement",))
        self._bus.send_and_get_reply(call, timeout=PATIENCE)
        rule = MatchRule(type="signal", interface=EVENTS, member="Announcement")
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE)
        with self._bus.filter(rule, bufsize=100) as heard:
            yield lambda: str(self._bus.recv_until_filtered(heard, timeout=PATIENCE).body[3][1])

    def all_in(self, node: Node) -> Iterator[Node]:
        """Yield a control and everything in it."""
        yield node
        for child in self.children(node):
            yield from self.all_in(child)

    def _property(self, node: Node, interface: str, name: str) -> Any:
        address = DBusAddress(node.path, node.program, interface)
        reply = self._bus.send_and_get_reply(Properties(address).get(name), timeout=PATIENCE)
        return "" if _is_error(reply) else reply.body[0][1]

    def _call(
        self, node: Node, interface: str, method: str, signature: str = "", body: Any = ()
    ) -> Any:
        address = DBusAddress(node.path, node.program, interface)
        message = new_method_call(address, method, signature or None, body)
        reply = self._bus.send_and_get_reply(message, timeout=PATIENCE)
        return None if _is_error(reply) else reply.body


def launcher() -> str | None:
    """Return the program that starts the accessibility bus; None where it is not installed."""
    return next((path for path in LAUNCHERS if Path(path).exists()), None)


def clean_environment(display: str, home: Path) -> dict[str, str]:
    """Return an environment in which a program finds nothing of the person's own."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}
    for name, folder in (("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config")):
        kept[name] = str(home / folder)
    home.chmod(0o700)
    return {**kept, "DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}


def _bus_address(session: str) -> str:
    """Return where the accessibility bus is; its launcher takes a moment to say."""
    end = time.monotonic() + PATIENCE
    with open_dbus_connection(session) as bus:
        while time.monotonic() < end:
            address = _asked(bus)
            if address:
                return address
            time.sleep(0.05)
    message = "the accessibility bus did not start"
    raise TimeoutError(message)


def _asked(bus: DBusConnection) -> str:
    address = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    reply = bus.send_and_get_reply(new_method_call(address, "GetAddress"), timeout=PATIENCE)
    return "" if _is_error(reply) else str(reply.body[0])


def _is_error(reply: Any) -> bool:
    return bool(reply.header.message_type.name == "error")
