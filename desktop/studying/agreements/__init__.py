"""Several agreements at once: those under study, their overview in a window of its own, and side by side along one."""
