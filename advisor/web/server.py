"""The server: textual-serve's, behind our door, with our pages, and without a shell."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web
from aiohttp.http_exceptions import HttpProcessingError
from textual_serve.server import Server, to_int

from advisor.web.pages import FOLDER, headers_for, message, page
from advisor.web.sitting import COMMAND, HEIGHTS, WIDTHS, Downloads, TabService, within

if TYPE_CHECKING:
    import socket
    from collections.abc import Mapping, Sequence

    from advisor.language import Language
    from advisor.web.door import Door

LOGGER = logging.getLogger("aiohttp.server")
"""Tells of faults, on standard error when nobody listens."""
MOST = 5
"""Tabs at a time: one person, and some room for tabs that are just closing."""
HEARTBEAT = 15.0
"""Seconds between two signs of life of a tab."""
LARGEST_MESSAGE = 1_000_000
"""Bytes from a page at once; somebody may paste a lot."""
GRACE = 3.0
"""Seconds that open tabs get when the server stops."""


class AdvisorServer(Server):
    """Serves one person: a page, and a process of the screen per tab."""

    def __init__(
        self,
        door: Door,
        language: Language,
        environment: Mapping[str, str],
        command: Sequence[str] = COMMAND,
    ) -> None:
        """What to serve.

        Args:
            door: who may come in.
            language: of the pages.
            environment: what the screens are told, on top of our own environment.
            command: what starts a screen.
        """
        super().__init__("")
        self._door = door
        self._language: Language = language
        self._environment = environment
        self._words = command
        self._tabs: set[web.WebSocketResponse] = set()
        self.download_manager = Downloads()
        LOGGER.addFilter(_is_ours)

    async def _make_app(self) -> web.Application:
        """The routes, and what guards them."""
        # Who only looks uses nothing up; and what a request expects is answered by the door, not before it.
        get = partial(web.get, allow_head=False, expect_handler=_expects_nothing)
        app = web.Application(middlewares=[self._door.guard])
        app.add_routes(
            [
                get("/", self.handle_index),
                get("/ws", self.handle_websocket),
                get("/download/{key}", self.handle_download),
                get("/page.js", self._script),
                web.static("/static", self.statics_path, expect_handler=_expects_nothing),
                web.route("*", "/{path:.*}", _nothing, expect_handler=_expects_nothing),
            ]
        )
        headers = headers_for(self._door.origin)

        async def add_headers(_: web.Request, response: web.StreamResponse) -> None:
            response.headers.update(headers)

        app.on_response_prepare.append(add_headers)
        app.on_shutdown.append(self.on_shutdown)
        return app

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page with the screen, while there is room for one more."""
        return self._full() or page(self._language)

    async def _script(self, request: web.Request) -> web.StreamResponse:
        return web.FileResponse(FOLDER / "page.js")

    def _full(self) -> web.Response | None:
        return message("full", 503, self._language, most=MOST) if len(self._tabs) >= MOST else None

    async def handle_websocket(self, request: web.Request) -> web.StreamResponse:  # type: ignore[override]
        """Hold one sitting: it ends with its socket, and the socket with it."""
        if refusal := self._full():
            return refusal
        tab = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=LARGEST_MESSAGE)
        self._tabs.add(tab)
        try:
            await _prepare(tab, request)
            await self._sit(tab, request)
        finally:
            self._tabs.discard(tab)
        return tab

    async def _sit(self, tab: web.WebSocketResponse, request: web.Request) -> None:
        sitting = TabService(tab, self._words, self._environment, self.download_manager)
        try:
            width = within(to_int(request.query.get("width", ""), 80), WIDTHS)
            height = within(to_int(request.query.get("height", ""), 24), HEIGHTS)
            await sitting.start(width, height)
            await self._listen(tab, sitting)
        finally:
            await tab.close()
            await sitting.stop()

    async def _listen(self, tab: web.WebSocketResponse, sitting: TabService) -> None:
        """Until the tab closes, or says what no page of ours says."""
        async for heard in tab:
            if heard.type is not WSMsgType.TEXT:
                return
            try:
                await sitting.tell(heard.data)
            except (ValueError, RecursionError):  # json nested too deep
                return

    async def on_shutdown(self, app: web.Application) -> None:
        """Tell every tab that it is over."""
        for tab in [tab for tab in self._tabs if tab.prepared]:
            await tab.close()

    def run(self, listening: socket.socket) -> None:
        """Serve until ctrl+c or a signal to end."""
        web.run_app(self._make_app(), sock=listening, print=None, access_log=None, shutdown_timeout=GRACE)


async def _expects_nothing(_request: web.Request) -> None:
    """Go on: nobody has to wait for us before sending the rest."""


async def _nothing(_request: web.Request) -> web.StreamResponse:
    raise web.HTTPNotFound


async def _prepare(tab: web.WebSocketResponse, request: web.Request) -> None:
    """Agree on a socket; aiohttp fails on a key that is none of ASCII."""
    try:
        await tab.prepare(request)
    except ValueError:
        raise web.HTTPBadRequest from None


def _is_ours(record: logging.LogRecord) -> bool:
    """Whether a fault is one of ours; that somebody does not speak HTTP, or leaves half-way, is nothing to the user."""
    return not (record.exc_info and isinstance(record.exc_info[1], (HttpProcessingError, ConnectionError)))
