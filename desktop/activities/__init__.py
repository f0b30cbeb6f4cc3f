"""What one does in the window, a module each: it connects its actions with operations, and says which can be used now."""
