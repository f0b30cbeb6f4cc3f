"""What clauses are about: their themes, and how strongly agreements promise something on each."""
