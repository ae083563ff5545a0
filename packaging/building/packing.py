"""Packs folders small: alike files side by side, and machine code in the form that packs best."""

import lzma
import tarfile
from io import BytesIO
from pathlib import Path

# The jumps of x86 code, told by where they lead instead of how far, repeat themselves.
FILTERS = [
    {"id": lzma.FILTER_X86},
    {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME},
]
# Endings of files that are alike; what has none of them comes last.
ALIKE = ((".so", ".dll", ".pyd", ".exe"), (".pyc",), (".ttf", ".ttc", ".otf"), (".txt", ".toml"))


def alike(name: str) -> tuple[int, str]:
    """Return what puts a file beside those that resemble it."""
    last = name.rpartition("/")[2]
    if ".so." in last or "." not in last:
        return 0, name  # a library with its version, or a program
    kinds = (number for number, kind in enumerate(ALIKE) if last.endswith(kind))
    return next(kinds, len(ALIKE)), name


def tar(root: Path, epoch: int) -> bytes:
    """Return a folder as an archive: folders first, then files, then links."""
    memory = BytesIO()
    with tarfile.open(fileobj=memory, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for path in sorted(root.rglob("*"), key=lambda one: _turn(one, root)):
            entry = archive.gettarinfo(path, path.relative_to(root).as_posix())
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = epoch
            if entry.isreg():
                with path.open("rb") as file:
                    archive.addfile(entry, file)
            else:
                archive.addfile(entry)
    return memory.getvalue()


def put_in_order(archive: bytes) -> bytes:
    """Return an archive with its files in the order that packs best."""
    memory = BytesIO()
    with (
        tarfile.open(fileobj=BytesIO(archive)) as reading,
        tarfile.open(fileobj=memory, mode="w", format=tarfile.GNU_FORMAT) as writing,
    ):
        for entry in sorted(reading.getmembers(), key=_turn_of_entry):
            writing.addfile(entry, reading.extractfile(entry) if entry.isreg() else None)
    return memory.getvalue()


def xz(data: bytes) -> bytes:
    """Return data packed as ``xz`` unpacks it."""
    return lzma.compress(data, format=lzma.FORMAT_XZ, filters=FILTERS)


def _turn(path: Path, root: Path) -> tuple[int, int, str]:
    rank = 2 if path.is_symlink() else 0 if path.is_dir() else 1
    name = path.relative_to(root).as_posix()
    return (rank, *alike(name)) if rank == 1 else (rank, 0, name)


def _turn_of_entry(entry: tarfile.TarInfo) -> tuple[int, int, str]:
    # what a link stands for has to be there before it
    rank = 0 if entry.isdir() else 1 if entry.isreg() else 2
    return (rank, *alike(entry.name)) if rank == 1 else (rank, 0, entry.name)
