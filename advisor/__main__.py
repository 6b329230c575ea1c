"""``python -m advisor`` and the ``advisor`` command."""

from advisor.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
