"""Who may come in: the right name, from our own page, with the link, the cookie or the key."""

from __future__ import annotations

import secrets
from hmac import compare_digest
from typing import TYPE_CHECKING

from aiohttp import web

from advisor.web.pages import message

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from yarl import URL

    from advisor.language import Language

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

BYTES = 32
"""Of chance in a token and in a cookie."""
LONGEST_PATH = 200
"""Signs; no file of ours has a longer one, and one that is too long for the disk would be a fault of the server."""


class Door:
    """Checks every request before anything else sees it."""

    def __init__(self, origin: URL, language: Language, key: str | None = None) -> None:
        """What to check by.

        Args:
            origin: the address at which browsers find us; no other name is answered to.
            language: of what is said to who may not come in.
            key: what a proxy that has checked the person sends along; there is no link then.
        """
        self.origin = origin
        self._host = str(origin).partition("://")[2]
        self._language: Language = language
        self._key = key
        self._token = None if key else secrets.token_urlsafe(BYTES)
        self._cookie = secrets.token_urlsafe(BYTES)
        # A browser sends the cookies of one port to every port: each server has a name of its own for it.
        self.cookie_name = "__Host-advisor" if origin.scheme == "https" else f"advisor-{origin.port}"

    @property
    def link(self) -> str | None:
        """The address to open, once; None when a key is asked for."""
        return str(self.origin.with_path("/").with_query(token=self._token)) if self._token else None

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let a request through, or say why not."""
        address = str(self.origin)
        if request.headers.get("Host", "").lower() != self._host:
            return message("other_name", 421, self._language, address=address)
        # A browser says where a request comes from whenever that can matter, and always when it opens a socket.
        if request.headers.get("Origin", None if request.path == "/ws" else address) != address:
            return message("foreign_page", 403, self._language, address=address)
        enters = self._has_token(request)
        if not enters and not self._is_known(request):
            return message("no_entry", 401, self._language)
        if len(request.rel_url.raw_path) > LONGEST_PATH:
            return message("nothing_here", 404, self._language, address=address)
        try:
            response = await handler(request)
        except web.HTTPError as error:
            response = message("nothing_here", error.status, self._language, address=address)
        if enters:
            self._give_cookie(response)
        return response

    def _has_token(self, request: web.Request) -> bool:
        """Whether this is the link, opened for the first time; never again after that."""
        token, given = self._token, request.query.get("token", "")
        if request.path != "/" or request.method != "GET" or not token or not _same(given, token):
            return False
        self._token = None
        return True

    def _is_known(self, request: web.Request) -> bool:
        if self._key:
            return _same(request.headers.get("Authorization", ""), f"Bearer {self._key}")
        return _same(request.cookies.get(self.cookie_name, ""), self._cookie)

    def _give_cookie(self, response: web.StreamResponse) -> None:
        secure = self.origin.scheme == "https"
        response.set_cookie(self.cookie_name, self._cookie, httponly=True, samesite="Strict", secure=secure)


def _same(given: str, right: str) -> bool:
    return compare_digest(*(text.encode(errors="surrogatepass") for text in (given, right)))
