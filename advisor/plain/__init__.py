"""The interview line by line: for screen readers, pipes and logs. No colours, no escape codes."""

from advisor.plain.running import run

__all__ = ["run"]
