"""The documents dock: the outline, and the texts with what was set aside."""
