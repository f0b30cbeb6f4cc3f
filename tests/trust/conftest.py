"""The window's fixtures, for the promises that are kept in the window."""

from tests.desktop.conftest import *  # noqa: F403
