"""``advisor serve``: the screen in a browser."""

from __future__ import annotations

import gc
import os
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from advisor.cli.commands import rulebook_directory, rulebook_for
from advisor.cli.words import say
from advisor.errors import AdvisorError

if TYPE_CHECKING:
    import argparse

    from advisor.language import Language

KEY = "ADVISOR_SERVE_KEY"
"""The variable that holds what a proxy sends along with what it lets through."""
SHORTEST_KEY = 32


def serve(options: argparse.Namespace) -> int:
    """Serve the screen until somebody stops it; the link goes to standard output, once."""
    language = options.language
    if not all(find_spec(name) for name in ("textual_serve", "aiohttp")):
        raise AdvisorError(say("no_web", language, python=sys.executable))
    from advisor.web.address import listen, origin_of
    from advisor.web.door import Door
    from advisor.web.server import AdvisorServer
    from advisor.web.tab import told

    key = _key(language)
    rulebook_for(options)  # faults are said here, not in every tab
    with listen(options.host, options.port, language) as listening:
        door = Door(origin_of(listening, options.url, language), language, key)
        server = AdvisorServer(door, language, told(language, rulebook_directory(options)))
        print(say("serve_link" if door.link else "serve_key", language), file=sys.stderr, flush=True)
        if door.link:
            print(door.link, flush=True)
        gc.enable()  # this goes on for hours
        server.run(listening)
    return 0


def _key(language: Language) -> str | None:
    """The key of the proxy, which the screens need not know."""
    key = os.environ.pop(KEY, "")
    if key and len(key) < SHORTEST_KEY:
        raise AdvisorError(say("short_key", language, name=KEY, least=SHORTEST_KEY))
    return key or None
