"""Work beside the window: on threads of its own, with progress and cancelling, its results on the window's thread."""
