"""Sourcing advisor: who should handle your customers' contacts, and why."""

__version__ = "0.1.0"
