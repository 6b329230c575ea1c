"""Interviews kept on disk: one file each, never half written, never overwritten by another window."""
