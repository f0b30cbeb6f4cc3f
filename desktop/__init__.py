"""The program: the window in Qt, and the command line, which never imports Qt."""
