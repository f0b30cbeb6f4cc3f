"""What people install: the manual page, the completion of shells, the wheel and the stand-alone program, made and tried."""
