"""What the window and the command line do alike, and what the window is told of it: nothing here knows Qt."""
