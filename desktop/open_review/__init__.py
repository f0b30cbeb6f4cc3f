"""The review that is open: the edits on it, its rows, and the finding that the reviewer is at."""
