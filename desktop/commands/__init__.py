"""The commands of `daejo`, a module each: `run` does what was asked for and returns the exit status. Loaded when asked for."""
