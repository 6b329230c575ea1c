"""What follows from the answers: the only authority on which rules fire."""

from advisor.engine.engine import Engine
from advisor.engine.trace import Support, Supports, Trace

__all__ = ["Engine", "Support", "Supports", "Trace"]
