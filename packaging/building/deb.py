"""The package for Debian, Ubuntu and what is made of them: no scripts, no internet."""

import hashlib
import shutil
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

from development.trouble import Trouble

from building import linux_files, packing, reproducible
from building.elf import needed_from_outside, newest_version
from building.job import APP, Job
from building.tools import done, require

AR = b"!<arch>\n"  # how a package begins
HEAD = 60  # bytes before each of its parts
MAINTAINER = "Ladder Desktop contributors <ladder-desktop@localhost>"
# Which package of Debian 12 and later brings a library. `|` names its successors.
PROVIDERS = {
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libcom_err.so.2": "libcom-err2",
    "libcups.so.2": "libcups2 | libcups2t64",
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb.so.1": "libxcb1",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
}
OF_LIBC = ("libc.so", "libm.so", "libdl.so", "libpthread.so", "librt.so", "libutil.so", "ld-linux")
CXX = "libstdc++.so.6"
OLDEST_CXX = "libstdc++6 (>= 11)"
ALWAYS = ("xkb-data",)  # Qt reads the keyboards' layouts from there
RECOMMENDS = "fonts-dejavu-core | fonts-liberation | fonts-noto-core, shared-mime-info, xdg-utils"
DESCRIPTION = """\
offline workbooks for career-ladder workshops
 Ladder Desktop holds the workbooks of workshops on career ladders for
 educators. It shows a tab for each section, saves every word by itself in
 one file, and prints the result as PDF.
 .
 It needs no internet and opens no connection.
"""
# The libraries are carried whole, as their makers built them; see the notices that come along.
OVERRIDES = """\
ladder-desktop: embedded-library
ladder-desktop: unstripped-binary-or-object
ladder-desktop: shared-library-lacks-prerequisites
ladder-desktop: custom-library-search-path
ladder-desktop: hardening-no-fortify-functions
ladder-desktop: package-installs-python-bytecode
ladder-desktop: extra-license-file
ladder-desktop: initial-upload-closes-no-bugs
ladder-desktop: font-in-non-font-package
ladder-desktop: font-outside-font-dir
ladder-desktop: duplicate-font-file
ladder-desktop: executable-in-usr-lib
ladder-desktop: hardening-no-pie
ladder-desktop: library-not-linked-against-libc
# a licence's text, as its authors wrote it
ladder-desktop: national-encoding
# scripts that are copied onto sticks, which carry no right to start
ladder-desktop: script-not-executable
# the project has no address of its own yet
ladder-desktop: bogus-mail-host
ladder-desktop: bogus-mail-host-in-debian-changelog
"""


def build(job: Job, folder: Path, source: Path) -> Path:
    """Build the package from the folder for Linux, and return it."""
    require("dpkg-deb")
    root = job.work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    library = root / "usr" / "lib" / APP
    shutil.copytree(folder, library, symlinks=True)
    launcher = root / "usr" / "bin" / APP
    launcher.parent.mkdir(parents=True)
    launcher.symlink_to(f"../lib/{APP}/{APP}")
    share = root / "usr" / "share"
    linux_files.install(job, source, share)
    _document(job, library, share)
    control = root / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(_control(job, library, root), encoding="utf-8")
    (control / "md5sums").write_text(_sums(root), encoding="utf-8")
    reproducible.settle(root, job.epoch, frozenset({f"usr/lib/{APP}/{APP}"}))
    target = job.dist / f"{APP}_{job.version}_amd64.deb"
    target.parent.mkdir(parents=True, exist_ok=True)
    plain = root.with_name("plain.deb")
    options = ["--root-owner-group", "-Znone", "--build"]
    done(["dpkg-deb", *options, root, plain], env=job.environment())
    target.write_bytes(_packed(plain.read_bytes()))
    return target


def dependencies(folder: Path) -> list[str]:
    """Return the packages that a folder's binaries need.

    Raises:
        Trouble: for a library that no known package brings.
    """
    wanted = {*ALWAYS, f"libc6 (>= {'.'.join(map(str, newest_version(folder, 'GLIBC')))})"}
    for name, users in needed_from_outside(folder).items():
        if name.startswith(OF_LIBC):
            continue
        if name == CXX:
            wanted.add(OLDEST_CXX)
        elif name in PROVIDERS:
            wanted.add(PROVIDERS[name])
        else:
            raise Trouble(f"{users[0].name} needs {name}, which no package in the list brings.")
    return sorted(wanted)


def _packed(package: bytes) -> bytes:
    """Return a package with its parts packed, smaller than dpkg-deb does it."""
    made = [AR]
    for name, head, data in _parts(package):
        if name.endswith(".tar"):
            packed = packing.xz(packing.put_in_order(data))
            # name, time, owner, group, rights, size: see deb(5)
            made += [f"{name}.xz".ljust(16).encode(), head[16:48], f"{len(packed):<10}`\n".encode()]
        else:
            packed = data
            made.append(head)
        made.append(packed + b"\n" * (len(packed) % 2))
    return b"".join(made)


def _parts(package: bytes) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield name, head and content of each part of a package."""
    place = len(AR)
    while place < len(package):
        head = package[place : place + HEAD]
        size = int(head[48:58])
        start = place + HEAD
        yield head[:16].decode().rstrip(" /"), head, package[start : start + size]
        place = start + size + size % 2


def _control(job: Job, library: Path, root: Path) -> str:
    size = -(-reproducible.size_of(root / "usr") // 1024)
    fields = {
        "Package": APP,
        "Version": job.version,
        "Architecture": "amd64",
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size),
        "Depends": ", ".join(dependencies(library)),
        "Recommends": RECOMMENDS,
        "Section": "education",
        "Priority": "optional",
        "Description": DESCRIPTION.rstrip(),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _document(job: Job, library: Path, share: Path) -> None:
    """Write copyright, changes and what lintian is told."""
    doc = share / "doc" / APP
    doc.mkdir(parents=True)
    (doc / "copyright").write_text(_copyright(job, library), encoding="utf-8")
    day = formatdate(job.epoch)
    entry = f"{APP} ({job.version}) stable; urgency=medium\n\n  * See the notes of the release.\n"
    linux_files.write_gzip(doc / "changelog.gz", f"{entry}\n -- {MAINTAINER}  {day}\n")
    overrides = share / "lintian" / "overrides" / APP
    overrides.parent.mkdir(parents=True)
    overrides.write_text(OVERRIDES, encoding="utf-8")


def _copyright(job: Job, library: Path) -> str:
    licence = (job.packaging / "LICENSE").read_text(encoding="utf-8").splitlines()
    body = "\n".join(f" {line}" if line else " ." for line in licence[2:])
    where = f"/usr/lib/{APP}/{(library / 'licences').name}"
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Ladder Desktop\n"
        "Comment: Libraries and fonts that come along, each under its own licence, are listed\n"
        f" with their licences in {where}/NOTICES.txt.\n\n"
        f"Files: *\nCopyright: 2026 Ladder Desktop contributors\nLicense: MIT\n{body}\n"
    )


def _sums(root: Path) -> str:
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file())
    plain = [path for path in files if not path.is_symlink()]
    lines = (f"{_md5(path)}  {path.relative_to(root).as_posix()}\n" for path in plain)
    return "".join(lines)


def _md5(path: Path) -> str:
    # the format of Debian's packages asks for this one; nothing is secured by it
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
