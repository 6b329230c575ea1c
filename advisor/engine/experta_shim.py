"""The only door to experta: makes it importable on today's Python and keeps it quiet.

experta 1.9.4 pins a frozendict that looks for ``collections.Mapping``, gone since Python 3.10.
The name is lent to it for the length of the import and taken away again, so nobody else sees it.
experta also hangs a handler on its loggers at import, whose lines would paint over the screen.
"""

from __future__ import annotations

import collections
import collections.abc
import logging
from typing import Any


def _import() -> Any:
    lent = not hasattr(collections, "Mapping")
    if lent:
        collections.Mapping = collections.abc.Mapping  # type: ignore[attr-defined]  # lent for the import only
    root_handlers = list(logging.getLogger().handlers)
    try:
        import experta
    finally:
        if lent:
            del collections.Mapping  # type: ignore[attr-defined]  # taken back
    for name in ("", "experta", "experta.watchers"):
        logger = logging.getLogger(name)
        for handler in list(logger.handlers):
            if name or handler not in root_handlers:
                logger.removeHandler(handler)
    for name in [n for n in logging.root.manager.loggerDict if n.startswith("experta")]:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
    if not hasattr(experta, "KnowledgeEngine"):
        # experta hides a missing dependency at import; say it here instead of failing later.
        raise ImportError("experta is installed, but one of the packages it needs is not")
    return experta


experta = _import()
