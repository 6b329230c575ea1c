"""The conversation: which question comes next, and what is done with an answer."""

from advisor.interview.interview import Interview, Progress, Reviewed

__all__ = ["Interview", "Progress", "Reviewed"]
