"""Word documents: reports, tracked changes, corrections, and comments in the user's own."""
