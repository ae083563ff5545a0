"""Makes Qt's Unicode data on Linux smaller: what no window of ours asks for stays behind.

Qt takes from ICU how languages sort and change case. Its data library, 32 MB, also knows the
names of currencies and cities, spoken numbers and three hundred old encodings.

Its layout is ICU's `unames`/`udata` package, described in ICU's source (`ucmndata.h`): a header,
a table of contents of (name, place) pairs sorted by name, then the items, 16 bytes aligned.
"""

import re
import struct
from dataclasses import dataclass
from pathlib import Path

from development.trouble import Trouble
from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile
from elftools.elf.sections import SymbolTableSection

from building.tools import done

NAME = re.compile(rb"icudt\d+l/")
MAGIC = b"\xda\x27"
ALIGNED = 16
# Sorting, properties and normalisation of letters; and the resources that others lean on.
# The long lists of Chinese, Japanese and Korean order stay behind; theirs is then Unicode's own.
KEPT = re.compile(
    r"(coll/(?!(zh|ja|ko)\.).*|(?!unames\.)[^/]+\.(icu|nrm|spp)|brkitr/(root|res_index)\.res"
    r"|(root|res_index|pool|supplementalData|likelySubtags|keyTypeData|numberingSystems"
    r"|icuver|icustd|genderList|metadata|plurals|timezoneTypes|zoneinfo64)\.res)"
)


@dataclass(frozen=True)
class Package:
    """ICU's data.

    Attributes:
        header: the bytes that say what it is.
        prefix: what the name of each item starts with, such as ``icudt73l/``.
        items: the items by their names, without the prefix.
    """

    header: bytes
    prefix: str
    items: dict[str, bytes]


def shrink(library: Path) -> None:
    """Replace ICU's data library by one that holds only what is kept.

    Raises:
        Trouble: when it is not laid out as expected.
    """
    soname, symbol, data = _read(library)
    package = read_package(data)
    kept = {name: item for name, item in package.items.items() if KEPT.fullmatch(name)}
    smaller = write_package(Package(package.header, package.prefix, kept))
    _write(library, soname, symbol, smaller)


def read_package(data: bytes) -> Package:
    """Take a data package apart."""
    size, magic = struct.unpack_from("<H2s", data)
    if magic != MAGIC:
        raise Trouble("Qt's Unicode data does not begin as ICU's does.")
    (count,) = struct.unpack_from("<I", data, size)
    entries = list(struct.iter_unpack("<II", data[size + 4 : size + 4 + 8 * count]))
    ends = [place for _name, place in entries[1:]] + [len(data) - size]
    items = {}
    prefix = ""
    for (name_at, place), end in zip(entries, ends, strict=True):
        name = data[size + name_at : data.index(b"\0", size + name_at)]
        found = NAME.match(name)
        if found is None:
            raise Trouble("Qt's Unicode data holds an item with a strange name.")
        prefix = found[0].decode()
        items[name[found.end() :].decode()] = data[size + place : size + end]
    return Package(data[:size], prefix, items)


def write_package(package: Package) -> bytes:
    """Put a data package together."""
    names = sorted(package.items, key=lambda name: (package.prefix + name).encode())
    base = 4 + 8 * len(names)
    texts, text_places = bytearray(), []
    for name in names:
        text_places.append(base + len(texts))
        texts += (package.prefix + name).encode() + b"\0"
    place = _aligned(len(package.header) + base + len(texts)) - len(package.header)
    contents, body = bytearray(struct.pack("<I", len(names))), bytearray()
    for name, text_place in zip(names, text_places, strict=True):
        contents += struct.pack("<II", text_place, place + len(body))
        body += package.items[name].ljust(_aligned(len(package.items[name])), b"\0")
    start = package.header + contents + texts
    return bytes(start.ljust(len(package.header) + place, b"\0") + body)


def _aligned(length: int) -> int:
    return -(-length // ALIGNED) * ALIGNED


def _read(library: Path) -> tuple[str, str, bytes]:
    """Return a data library's own name, the name of its data, and the data."""
    with library.open("rb") as file:
        elf = ELFFile(file)
        dynamic = elf.get_section_by_name(".dynamic")
        symbols = elf.get_section_by_name(".dynsym")
        if not isinstance(dynamic, DynamicSection) or not isinstance(symbols, SymbolTableSection):
            raise Trouble(f"{library.name} is not laid out as expected.")
        names = dynamic.iter_tags("DT_SONAME")
        soname = next(tag.soname for tag in names)  # type: ignore[attr-defined]  # set by name
        symbol = next(one for one in symbols.iter_symbols() if one.name.endswith("_dat"))
        start, size = symbol["st_value"], symbol["st_size"]
        segment = next(
            part
            for part in elf.iter_segments("PT_LOAD")
            if part["p_vaddr"] <= start < part["p_vaddr"] + part["p_filesz"]
        )
        file.seek(segment["p_offset"] + start - segment["p_vaddr"])
        whole = segment["p_vaddr"] + segment["p_filesz"] - start
        return str(soname), str(symbol.name), file.read(size or whole)


def _write(library: Path, soname: str, symbol: str, data: bytes) -> None:
    raw = library.with_name(f"{symbol}.bin")
    source = library.with_name(f"{symbol}.s")
    raw.write_bytes(data)
    source.write_text(
        f".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, @object\n"
        f"{symbol}:\n.incbin {raw.name!r}\n.size {symbol}, . - {symbol}\n"
        '.section .note.GNU-stack,"",@progbits\n'.replace("'", '"'),
        encoding="ascii",
    )
    try:
        flags = ["-shared", "-nostdlib", "-Wl,--build-id=none", "-s", f"-Wl,-soname,{soname}"]
        done(["gcc", *flags, source.name, "-o", library.resolve()], cwd=library.parent)
    finally:
        raw.unlink()
        source.unlink()
