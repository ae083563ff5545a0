"""The file for every other Linux: `sh ladder-desktop-….run` unpacks and sets up, without root.

It needs neither FUSE nor the right to be started, which sticks can't carry.
"""

import shutil
from pathlib import Path

from building import linux_files, packing, reproducible
from building.job import APP, Job


def build(job: Job, folder: Path, source: Path) -> Path:
    """Build the file from the folder for Linux, and return it."""
    root = job.work / "run"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / "program", symlinks=True)
    linux_files.install(job, source, root / "share")
    shutil.copyfile(job.packaging / "linux" / "uninstall.sh", root / "program" / "uninstall.sh")
    reproducible.settle(root, job.epoch, frozenset({f"program/{APP}", "program/uninstall.sh"}))
    packed = packing.xz(packing.tar(root, job.epoch))
    target = job.dist / f"{APP}-{job.version}-linux-x86_64.run"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(_head(job, root, len(packed)) + packed)
    target.chmod(0o755)
    return target


def _head(job: Job, root: Path, packed: int) -> bytes:
    script = (job.packaging / "linux" / "install.sh").read_text(encoding="utf-8")
    values = {
        "VERSION": job.version,
        "NEEDED_KB": str(reproducible.size_of(root) // 1024),
        "PACKED": str(packed),
        "LINES": str(len(script.splitlines())),
    }
    for name, value in values.items():
        script = script.replace(f"@{name}@", value)
    return script.encode()
