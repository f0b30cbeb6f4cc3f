"""Guards that end a process which reaches for the network: one of Python's, one of Linux's, and a network of its own."""

from __future__ import annotations

import ctypes
import platform
import shutil
import subprocess
import sys

_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x0005000D
_LOAD, _JUMP_IF, _RETURN = 0x20, 0x15, 0x06
_REACHING_OUT = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "ftplib.", "smtplib.")
"""What Python calls the events of sockets and of other programs (sys.audit)."""
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""How the kernel calls the machine, and the number of its call `socket`."""


class _Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("value", ctypes.c_uint))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.POINTER(_Instruction)))


def forbid_in_python() -> None:
    """From now on every call of Python's sockets, and every process that is started, is an error that nothing catches."""

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        # Not gethostname: the computer's own name, by which a lock says whose it is.
        if event.startswith(_REACHING_OUT) and event != "socket.gethostname":
            sys.stderr.write(f"reached for the network or another program: {event} {arguments}\n")
            sys.stderr.flush()
            ctypes.CDLL(None).abort()

    sys.addaudithook(refuse)


def forbid_in_kernel(*, kill: bool = True) -> bool:
    """From now on Linux kills this process where it, or any library in it, asks for a socket; or refuses it, as it does in any
    case where the socket is one between programs of this computer. Returns False where the system has no such guard."""
    if sys.platform != "linux" or platform.machine() not in _MACHINES:
        return False
    machine, socket_call = _MACHINES[platform.machine()]
    rules = [
        (_LOAD, 0, 0, 4), (_JUMP_IF, 1, 0, machine), (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, 0), (_JUMP_IF, 1, 0, socket_call), (_RETURN, 0, 0, _ALLOW),
        (_LOAD, 0, 0, 16), (_JUMP_IF, 0, 1, 1), (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _KILL if kill else _REFUSE),
    ]  # fmt: skip
    instructions = (_Instruction * len(rules))(*(_Instruction(*rule) for rule in rules))
    libc = ctypes.CDLL(None, use_errno=True)
    set_no_new_privileges, set_filter, filter_mode = 38, 22, 2
    if libc.prctl(set_no_new_privileges, 1, 0, 0, 0):
        return False
    return not libc.prctl(set_filter, filter_mode, ctypes.byref(_Program(len(rules), instructions)), 0, 0)


def without_network() -> list[str]:
    """The beginning of a command that gives what follows an empty network of its own; no words where none can be had."""
    command = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        return []
    return command
