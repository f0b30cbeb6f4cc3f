"""What pages, panels and dialogs are made of: none of these knows the review."""
