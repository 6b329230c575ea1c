"""``python -m advisor`` and the ``advisor`` command."""

import gc
import sys

from advisor import __version__


def main() -> int:
    """Run what was typed; the version is said without loading anything."""
    if sys.argv[1:] == ["--version"]:
        print(f"advisor {__version__}")  # noqa: T201 - as a command line does
        return 0
    gc.disable()  # nothing a command makes is garbage before it ends; an interview turns it on again
    try:
        from advisor.cli import main as run
    except KeyboardInterrupt:  # before there is anything to say it with
        return 130
    return run()


if __name__ == "__main__":
    raise SystemExit(main())
