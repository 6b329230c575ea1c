"""A server with a screen that only echoes, and browsers that knock at it."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar, web

from advisor.web.address import listen, origin_of
from advisor.web.door import Door
from advisor.web.server import GRACE, AdvisorServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from advisor.language import Language

ECHO = """
import json, os, signal, sys
out, read = sys.stdout.buffer, sys.stdin.buffer.read
def send(kind, data):
    out.write(kind + len(data).to_bytes(4, "big") + data)
    out.flush()
out.write(b"__GANGLION__\\n")
send(b"D", f"{os.getpid()} {os.environ['ADVISOR_RULEBOOK']}".encode())
while kind := read(1):
    data = read(int.from_bytes(read(4), "big"))
    if json.loads(data or b"0") == {"type": "quit"} if kind == b"M" else data == b"leave":
        break
    if data == b"die":
        os._exit(1)
    if data != b"deaf":
        send(b"D", kind + data)
        continue
    signal.pause()
send(b"M", b'{"type": "exit"}')
"""
"""Says its process and its rulebook, repeats what it hears, and does what a screen may do."""

SCREEN = (sys.executable, "-I", "-S", "-c", ECHO)
PATIENCE = 20
"""Seconds until a test gives up."""


@dataclass
class Served:
    """A server that runs."""

    door: Door
    port: int
    sockets: list[ClientWebSocketResponse] = field(default_factory=list)
    """Of the tabs that were opened; a session that closes forgets them, and Python then warns of each."""

    @property
    def address(self) -> str:
        return str(self.door.origin)

    def browser(self, **headers: str) -> ClientSession:
        """A browser of its own, with its own cookies."""
        return ClientSession(self.address, cookie_jar=CookieJar(unsafe=True), headers=headers)

    @asynccontextmanager
    async def entered(self) -> AsyncIterator[ClientSession]:
        """A browser that used the link."""
        link = self.door.link
        assert link
        async with self.browser() as browser:
            async with browser.get(link) as response:
                assert response.status == 200
            try:
                yield browser
            finally:
                await asyncio.gather(*(socket.close() for socket in self.sockets))

    async def connect(self, browser: ClientSession, path: str = "/ws") -> ClientWebSocketResponse:
        """A web socket of that browser."""
        self.sockets.append(await browser.ws_connect(path, origin=self.address))
        return self.sockets[-1]

    async def tab(self, browser: ClientSession, path: str = "/ws") -> Tab:
        """A tab in that browser, with its screen started."""
        socket = await self.connect(browser, path)
        process, _, rulebook = (await socket.receive_bytes()).decode().partition(" ")
        return Tab(socket, int(process), rulebook)


@dataclass
class Tab:
    socket: ClientWebSocketResponse
    process: int
    rulebook: str

    async def say(self, *message: Any) -> None:
        await self.socket.send_json(message)

    async def heard(self) -> str:
        return (await self.socket.receive_bytes()).decode()


@asynccontextmanager
async def serving(
    language: Language = "nl",
    *,
    url: str | None = None,
    key: str | None = None,
    rulebook: str = "rules",
    screen: Sequence[str] = SCREEN,
) -> AsyncIterator[Served]:
    """A server on this computer, as ``advisor serve`` makes it."""
    with listen("127.0.0.1", "0", language) as listening:
        door = Door(origin_of(listening, url, language), language, key)
        server = AdvisorServer(door, language, {"ADVISOR_LANG": language, "ADVISOR_RULEBOOK": rulebook}, screen)
        runner = web.AppRunner(await server._make_app(), access_log=None, shutdown_timeout=GRACE)
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            async with asyncio.timeout(PATIENCE):
                yield Served(door, listening.getsockname()[1])
        finally:
            await runner.cleanup()


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


async def ends(process: int) -> None:
    """Until it is gone, or the test has lost its patience."""
    while is_alive(process):  # noqa: ASYNC110 - a process of another process tells nobody that it ends
        await asyncio.sleep(0)
