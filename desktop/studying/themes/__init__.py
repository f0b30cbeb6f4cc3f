"""The themes panel: what agreements deal with and how strongly they promise it."""
