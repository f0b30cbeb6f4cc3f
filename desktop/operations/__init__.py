"""What the user can do: one short function an action."""
