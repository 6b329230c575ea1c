"""Input that means harm, and every way in; ``python -m tests.hostile`` tells what became of it."""
