"""The precedents panel: what earlier agreements said, and the library that they are kept in."""
