"""What was done on the review, by whom and when, as a list."""
