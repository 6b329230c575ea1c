"""Where the server listens, and the one address at which a browser finds it."""

from __future__ import annotations

import re
import socket
from ipaddress import ip_address
from typing import TYPE_CHECKING

from yarl import URL

from advisor.errors import AdvisorError
from advisor.reasons import reason_of
from advisor.web.words import say

if TYPE_CHECKING:
    from advisor.language import Language

HIGHEST_PORT = 65535
_ORIGIN = re.compile(r"https?://([a-z0-9._-]{1,253}|\[[0-9a-f:.]+\])(:[0-9]+)?")
"""It stands in headers and in the link: nothing else may be in it."""


def listen(host: str, port: str, language: Language) -> socket.socket:
    """A socket that listens there.

    Raises:
        AdvisorError: that is no port, or nothing can listen there.
    """
    if not (port.isascii() and port.isdecimal() and len(port) <= len(str(HIGHEST_PORT)) and int(port) <= HIGHEST_PORT):
        raise AdvisorError(say("bad_port", language, port=port))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        if b"\0" in host.encode("idna"):  # what cannot be a name would leave a socket behind that nobody closes
            raise UnicodeError(host)
        return socket.create_server((host, int(port)), family=family)
    except (OSError, UnicodeError) as error:
        reason = (
            say("no_such_host", language) if getattr(error, "errno", None) == socket.EAI_NONAME else reason_of(error)
        )
        values = {"host": host, "port": port, "reason": reason}
        raise AdvisorError(say("cannot_listen", language, **values)) from None


def origin_of(listening: socket.socket, url: str | None, language: Language) -> URL:
    """What the browser calls the server: scheme, name and port, and nothing else.

    Args:
        listening: where the server listens.
        url: the address that a proxy gives it; None when there is no proxy.

    Raises:
        AdvisorError: others can reach the server and the address is not known, not understood or not encrypted.
    """
    if url is None:
        host, port = listening.getsockname()[:2]
        if not ip_address(host).is_loopback:
            raise AdvisorError(say("needs_url", language, host=host))
        return URL.build(scheme="http", host=host, port=port).origin()
    try:
        given = URL(url)
        origin = given.origin()
    except ValueError:
        raise AdvisorError(say("bad_url", language, url=url)) from None
    if not _ORIGIN.fullmatch(str(origin)) or given != origin / "" or given.user is not None:
        raise AdvisorError(say("bad_url", language, url=url))
    if origin.scheme == "http" and not _is_here(origin.host or ""):
        raise AdvisorError(say("url_not_safe", language, url=url))
    return origin


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
