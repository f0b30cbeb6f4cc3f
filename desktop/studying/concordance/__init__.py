"""The concordance panel: how words are rendered on the other side."""
