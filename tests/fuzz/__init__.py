"""Damaged files of every kind that the program reads. `python -m tests.fuzz` makes a long run; a short one is a test."""
