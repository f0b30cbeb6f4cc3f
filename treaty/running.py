"""Whether a process of this computer runs: what an ended one left behind may be taken away."""

from __future__ import annotations

import ctypes
import os
import sys


def is_running(pid: int) -> bool:
    """Whether there is a process of this number, whoever's it is."""
    if sys.platform == "win32":
        # On Windows os.kill would end the process instead of asking for it.
        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)
        ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
