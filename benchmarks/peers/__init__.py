"""Other engines doing the same work; each module turns a :class:`benchmarks.work.Work` into an ``Evaluate``."""
