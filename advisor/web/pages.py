"""The pages a browser gets, and the headers that go with everything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from advisor.report.templates import template
from advisor.web.words import say

if TYPE_CHECKING:
    from yarl import URL

    from advisor.language import Language

FOLDER = Path(__file__).parent / "page"


def page(language: Language) -> web.Response:
    """The page that holds the screen."""
    return _html("app.html.jinja", language, 200)


def message(key: str, status: int, language: Language, **values: object) -> web.Response:
    """A page that says why there is no screen.

    Args:
        key: of the heading; what can be done about it is said by ``{key}_more``.
        status: of HTTP.
        language: of the page.
        values: for the sentences.
    """
    return _html("message.html.jinja", language, status, heading=key, values=values)


def _html(name: str, language: Language, status: int, **more: object) -> web.Response:
    def words(key: str, **values: object) -> str:
        return say(key, language, **values)

    text = template(name, FOLDER).render(language=language, say=words, **more)
    return web.Response(text=text, status=status, content_type="text/html")


def headers_for(origin: URL) -> dict[str, str]:
    """Nothing foreign is loaded or told, nothing is kept, nothing is guessed, and nobody may frame us."""
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",  # the terminal in the page writes styles as it draws
        "font-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": f"'self' ws{str(origin).removeprefix('http')}",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{what} {whence}" for what, whence in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Server": "advisor",
    }
