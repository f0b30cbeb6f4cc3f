"""The notes dock: the remarks on clauses, and the kinds of finding that were dismissed for good."""
