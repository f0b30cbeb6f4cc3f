"""Errors of translation planted in faithful pairs of clauses, one at a time, so that what a checker finds can be counted."""
