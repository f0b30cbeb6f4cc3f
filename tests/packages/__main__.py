"""`python -m tests.packages`: `pages` writes manual page and completion anew, `wheel` and `standalone` build and try them."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.packages.programs import ROOT, build_standalone, build_wheel, do_main_job, install_wheel
from tests.packages.shell_files import shell_files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("pages", "wheel", "standalone"))
    what = parser.parse_args().what
    if what == "pages":
        for path, content in shell_files().items():
            path.write_text(content, encoding="utf-8")
            print(path.relative_to(ROOT))
        return
    with TemporaryDirectory() as scratch:
        daejo = _wheel(Path(scratch)) if what == "wheel" else build_standalone(ROOT / "dist")
        for path in do_main_job(daejo, Path(scratch) / "elsewhere"):
            print(f"{path.name:16}{path.stat().st_size:>10,} bytes")
    if what == "standalone":
        shutil.rmtree(ROOT / "dist" / "work")
        size = sum(path.stat().st_size for path in daejo.parent.rglob("*") if path.is_file() and not path.is_symlink())
        print(f"{daejo.parent.relative_to(ROOT)}: {size / 1e6:.0f} MB")


def _wheel(scratch: Path) -> Path:
    """The wheel with all it depends on in an environment that has nothing else."""
    wheel = build_wheel(ROOT / "dist")
    print(f"{wheel.relative_to(ROOT)}: {wheel.stat().st_size / 1e6:.1f} MB")
    return install_wheel(wheel, scratch / "environment", dependencies=True)


if __name__ == "__main__":
    main()
