"""The knowledge: what it consists of, how it is read, and how it is told apart."""
