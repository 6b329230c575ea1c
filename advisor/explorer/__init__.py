"""A compiled reading of the rulebook for many answer sets at once; never the authority, proven equal to the engine."""

from advisor.explorer.columns import Columns
from advisor.explorer.reading import Reading

__all__ = ["Columns", "Reading"]
