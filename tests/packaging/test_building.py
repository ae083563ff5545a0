"""What installers are made of: which files, which bytes, which words."""

import json
import plistlib
import re
import struct
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from building import (
    bill,
    clean_system,
    icu,
    keeping,
    licences,
    macos,
    payload,
    reproducible,
    sums,
    trial_macos,
    windows,
)
from building.frozen_rules import belongs
from building.interpreter import _is_wanted, _is_wanted_binary
from building.job import Job, job_of
from building.linux_files import filled
from click.testing import CliRunner
from development.house import House, this_house
from development.trouble import Trouble

from ladder_desktop.cli import main
from ladder_desktop.store.layout import APPLICATION_ID
from tests.architecture import ROOT

FONT = "justmytype_western_core/fonts/ofl/notosans/NotoSans[wdth,wght].ttf"


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    """Return a build of this checkout, as of a certain day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.delenv("LADDER_HOMEPAGE", raising=False)
    return job_of(this_house(), dist=tmp_path / "dist", work=tmp_path / "work")


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/QtWidgets.abi3.so",
        "PySide6/QtWidgets.pyd",
        "PySide6/Qt6Gui.dll",
        "PySide6/pyside6.abi3.dll",
        "PySide6/__init__.py",
        "PySide6/support/deprecated.py",
        "PySide6/Qt/lib/libQt6XcbQpa.so.6",
        "PySide6/Qt/lib/libicuuc.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/translations/qtbase_es.qm",
        "reportlab/pdfbase/pdfdoc.py",
        "docx/templates/default.docx",
        FONT,
    ],
)
def test_what_the_program_needs_is_kept(place: str) -> None:
    """The rules do not prune what windows, paper and files are made with."""
    assert keeping.is_kept(place, [FONT])


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/QtNetwork.abi3.so",
        "PySide6/QtNetwork.pyd",
        "PySide6/Qt6Network.dll",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt6Pdf.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/lupdate.exe",
        "PySide6/QtWidgets.pyi",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/plugins/networkinformation/libqglib.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/designer_es.qm",
        "PIL/_avif.cpython-313-win_amd64.pyd",
        "PIL/Image.py",
        "pillow.libs/libtiff-20b7e810.so.6.3.0",
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "reportlab/fonts/Vera.ttf",
        "justmytype_western_core/fonts/ofl/inter/Inter[opsz,wght].ttf",
        "lxml/etree.h",
        "pikepdf/_core.pyi",
        "somewhere/tests/test_it.py",
    ],
)
def test_what_the_program_does_not_need_stays_behind(place: str) -> None:
    """Nothing that opens connections travels, and no lumber."""
    assert not keeping.is_kept(place, [FONT])


@pytest.mark.parametrize(
    ("place", "is_left"),
    [
        ("http/__init__.py", True),
        ("http/client.pyc", True),
        ("ssl.py", True),
        ("urllib/request.py", True),
        ("urllib/parse.py", False),
        ("pip/_internal/cli/main.py", True),
        ("httpish.py", False),
        ("PIL/Image.py", True),
        ("fontTools/ttLib/ttFont.py", False),
        ("fontTools/svgLib/path/parser.py", False),
        ("reportlab/pdfgen/canvas.py", False),
    ],
)
def test_modules_that_open_connections_are_left_out(place: str, is_left: bool) -> None:
    """The names of modules are held against whole names, not against beginnings."""
    assert keeping.is_left_out(place) is is_left


@pytest.mark.parametrize(
    ("place", "belonging"),
    [
        ("libxcb-cursor.so.0", True),
        ("libxkbcommon.so.0", True),
        ("libpython3.11.so.1.0", True),
        ("libexpat.so.1", False),
        ("libssl.so.3", False),
        ("libX11.so.6", False),
        ("libstdc++.so.6", False),
        ("python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so", False),
        ("python3.11/lib-dynload/_sqlite3.cpython-311-x86_64-linux-gnu.so", True),
    ],
)
def test_the_linux_folder_carries_only_small_libraries(place: str, belonging: bool) -> None:
    """What every desktop has is its own; what many lack is carried."""
    assert belongs(place, []) is belonging


@pytest.mark.parametrize(
    ("name", "is_wanted"),
    [
        ("python313.dll", True),
        ("pythonw.exe", True),
        ("_sqlite3.pyd", True),
        ("_ssl.pyd", False),
        ("libcrypto-3.dll", False),
        ("_tkinter.pyd", False),
        ("pip.exe", False),
    ],
)
def test_windows_python_comes_without_connections(name: str, is_wanted: bool) -> None:
    """The interpreter for Windows is stripped of what reaches for a network."""
    assert _is_wanted_binary(name) is is_wanted
    assert not _is_wanted("http/client.py")
    assert not _is_wanted("test/test_os.py")
    assert _is_wanted("email/message.py")


@pytest.mark.parametrize(
    "name",
    [
        "_internal/PySide6/Qt/lib/libQt6Network.so.6",
        "libraries/PySide6/QtNetwork.pyd",
        "_internal/PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "_internal/libssl.so.3",
        "program/libcrypto-3.dll",
        "python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "_internal/http/client.pyc",
        "_internal/urllib/request.pyc",
        "_internal/ssl.pyc",
        "PySide6/Qt6Pdf.dll",
    ],
)
def test_the_check_of_a_payload_finds_what_could_connect(name: str) -> None:
    """The last look at what is handed out can fail."""
    assert payload.network_parts(["_internal/pikepdf/_core.so", name]) == [name]


def test_the_check_of_a_payload_lets_the_rest_pass() -> None:
    """Names that only resemble those are fine."""
    names = [
        "PySide6/QtGui.pyd",
        "pypdfium2/pdfium.dll",
        "urllib/parse.pyc",
        "licences/openssl.txt",
    ]

    assert payload.network_parts(names) == []


def test_a_file_over_its_budget_is_refused(tmp_path: Path) -> None:
    """No installer grows without anybody noticing."""
    file = tmp_path / "a.deb"
    with file.open("wb") as opened:
        opened.truncate(45_000_000)
    payload.check_size(file)

    with file.open("wb") as opened:
        opened.truncate(45_200_000)
    with pytest.raises(Exception, match=r"45\.2 MB; at most 45 MB"):
        payload.check_size(file)


def test_icu_data_can_be_taken_apart_and_put_together() -> None:
    """What is kept can be found again at its place, each item aligned."""
    header = struct.pack("<H", 32) + icu.MAGIC + bytes(28)
    items = {"root.res": b"r" * 33, "coll/es.res": b"es", "curr/es.res": b"peso"}
    whole = icu.write_package(icu.Package(header, "icudt73l/", items))

    package = icu.read_package(whole)

    assert package.prefix == "icudt73l/"
    assert {name: item.rstrip(b"\0") for name, item in package.items.items()} == items
    assert [name for name in package.items if icu.KEPT.fullmatch(name)] == [
        "coll/es.res",
        "root.res",
    ]


def test_a_zip_file_has_the_same_bytes_every_time(tmp_path: Path) -> None:
    """Neither the time, nor the order on disk, nor rights leave a trace."""
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("b", "a", "c å"):
        (folder / name).write_text(name)
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    reproducible.write_zip(folder, first, 1_700_000_000, "Top")
    (folder / "a").touch()
    (folder / "a").chmod(0o600)

    reproducible.write_zip(folder, second, 1_700_000_000, "Top")

    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert archive.namelist() == ["Top/a", "Top/b", "Top/c å"]


def test_a_settled_folder_has_one_time_and_plain_rights(tmp_path: Path) -> None:
    """What is packed next does not tell who packed it, or when."""
    program = tmp_path / "sub" / "program"
    program.parent.mkdir()
    program.write_text("x")
    (tmp_path / "plain").write_text("x")

    reproducible.settle(tmp_path, 1_700_000_000, frozenset({"sub/program"}))

    assert {path.stat().st_mtime for path in tmp_path.rglob("*")} == {1_700_000_000}
    assert program.stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "plain").stat().st_mode & 0o777 == 0o644


def test_sums_are_those_that_sha256sum_reads(tmp_path: Path) -> None:
    """Anybody can check a download with what their system brings."""
    (tmp_path / "a").write_bytes(b"abc")

    written = sums.write(tmp_path)

    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert written.read_text("utf-8") == f"{known}  a\n"


def test_the_list_for_uninstalling_names_every_file_and_no_other(tmp_path: Path) -> None:
    """A person's own file in the program's folder survives, and so does its folder."""
    (tmp_path / "program" / "deep").mkdir(parents=True)
    (tmp_path / "program" / "deep" / "a$b.txt").touch()
    (tmp_path / "program" / "start.pyw").touch()

    assert windows.uninstall_list(tmp_path).splitlines() == [
        'Delete "$INSTDIR\\program\\deep\\a$$b.txt"',
        'Delete "$INSTDIR\\program\\start.pyw"',
        'RMDir "$INSTDIR\\program\\deep"',
        'RMDir "$INSTDIR\\program"',
    ]


def test_the_file_type_is_recognised_by_what_the_store_writes(job: Job) -> None:
    """A renamed workbook still opens with the program."""
    tree = ET.fromstring(filled(job, "ladder-desktop.mime.xml"))  # noqa: S314 - our own file
    marks = [match.get("value") for match in tree.iter() if match.tag.endswith("}match")]

    assert APPLICATION_ID.to_bytes(4, "big").decode() in marks


def test_the_description_is_dated_and_versioned(job: Job) -> None:
    """Software centres show which version there is, and no placeholder is left."""
    text = filled(job, "ladder-desktop.metainfo.xml")

    assert f'<release version="{job.version}" date="2023-11-14"/>' in text
    assert "@" not in text
    ET.fromstring(text)  # noqa: S314 - our own file


def test_the_description_has_pictures_where_they_can_be_fetched(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A release names its pages, and with them captioned pictures."""
    monkeypatch.setenv("LADDER_HOMEPAGE", "https://example.org/ladder/")

    tree = ET.fromstring(filled(job, "ladder-desktop.metainfo.xml"))  # noqa: S314 - our own file

    assert all(shot.findtext("caption") for shot in tree.iter("screenshot"))
    assert all(
        str(image.text).startswith("https://example.org/ladder/releases/download/v")
        for image in tree.iter("image")
    )
    assert len(list(tree.iter("image"))) >= 1


def test_the_manual_names_every_command(job: Job) -> None:
    """Whoever reads `man ladder-desktop` learns of everything it does."""
    manual = filled(job, "ladder-desktop.1").replace("\\-", "-")
    listed = CliRunner().invoke(main, ["--help"]).output.partition("Commands:")[2]
    commands = re.findall(r"^  ([a-z][a-z-]+)", listed, re.MULTILINE)

    assert len(commands) > 10
    for command in commands:
        assert re.search(rf"^\.BR? {command}\b", manual, re.MULTILINE), command


@pytest.mark.parametrize("name", ["install.sh", "uninstall.sh"])
def test_the_scripts_for_linux_are_well_formed(name: str) -> None:
    """Any shell of any Linux reads them."""
    script = ROOT / "packaging" / "linux" / name

    assert subprocess.run(["sh", "-n", str(script)], check=False).returncode == 0


def test_the_lock_for_building_holds_the_runtime_in_the_same_versions() -> None:
    """What is tested is what is handed out."""
    house: House = this_house()
    pin = re.compile(r"^([a-z0-9-]+==\S+)", re.MULTILINE)
    runtime = set(pin.findall(house.runtime_lock.read_text("utf-8")))
    building = set(pin.findall(house.build_lock.read_text("utf-8")))

    assert runtime <= building


def test_the_application_for_macos_is_described_whole() -> None:
    """Finder knows the file type, the oldest macOS, and shows the program sharp and translated."""
    plist = plistlib.loads(plistlib.dumps(macos.info("1.2.3", 1_700_000_000)))

    (kind,) = plist["UTExportedTypeDeclarations"]
    (document,) = plist["CFBundleDocumentTypes"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["ladder"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert plist["CFBundleShortVersionString"] == "1.2.3"
    assert plist["LSMinimumSystemVersion"] == "13.0"
    assert plist["NSHighResolutionCapable"] is True
    assert plist["CFBundleLocalizations"] == ["en", "es"]


def test_the_entitlements_are_few_and_well_formed() -> None:
    """The application asks macOS for nothing but what Python and the licence of Qt need."""
    path = ROOT / "packaging" / "macos" / "entitlements.plist"

    assert sorted(plistlib.loads(path.read_bytes())) == [
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.cs.disable-library-validation",
    ]


def test_the_pins_for_a_mac_are_chosen_by_their_markers() -> None:
    """What is only for other systems is not looked up for macOS."""
    lock = (
        "a==1 \\\n    --hash=sha256:00\nb==2 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n"
        "c==3 ; sys_platform == 'darwin' and python_full_version >= '3.12' \\\n    --hash=x\n"
    )

    assert trial_macos.darwin_pins(lock) == ["a==1", "c==3"]


def test_a_system_with_bound_devices_is_not_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deleting a trial's system never reaches into the devices of this machine."""
    root = tmp_path / "a system"
    (root / "dev").mkdir(parents=True)
    mounts = tmp_path / "mountinfo"
    place = str(root / "dev").replace(" ", "\\040")
    mounts.write_text(f"36 35 0:5 / {place} rw - devtmpfs devtmpfs rw\n")
    monkeypatch.setattr(clean_system, "MOUNTS", mounts)
    monkeypatch.setattr(clean_system, "call", lambda _command: None)

    with pytest.raises(Trouble, match="still in use"):
        clean_system.remove(root)

    assert (root / "dev").is_dir()
    mounts.write_text("")
    clean_system.remove(root)
    assert not root.exists()


def test_everything_carried_is_named_with_its_licence_and_its_words() -> None:
    """No library or font is handed out without saying under which licence."""
    site = Path(sysconfig.get_path("purelib"))
    carried = [FONT, "msgspec/__init__.pyc", "PySide6/__init__.pyc", "shiboken6/__init__.pyc"]

    parts = {part.name: part for part in licences.libraries(site, carried)}

    assert set(parts) == {
        "justmytype-western-core",
        "msgspec",
        "pyside6-essentials",
        "shiboken6",
    }
    assert parts["pyside6-essentials"].licence == "LGPL-3.0-only"
    (text,) = parts["justmytype-western-core"].texts
    assert text.parts[-2:] == ("notosans", "OFL.txt")
    assert parts["msgspec"].texts


def test_the_notices_and_the_bill_name_the_same_parts(job: Job, tmp_path: Path) -> None:
    """People and programs read of the same works, and the licences' texts lie beside them."""
    text = tmp_path / "LICENSE"
    text.write_text("words")
    parts = [
        licences.Part("pyside6-essentials", "6.11.3", "LGPL-3.0-only", url="pkg:pypi/x@6.11.3"),
        licences.Part("a-library", "1.0", "MIT", (text,)),
    ]

    licences.write(job, parts, tmp_path / "licences")
    bill.write(job, parts, tmp_path / "bill.json")

    notices = (tmp_path / "licences" / "NOTICES.txt").read_text("utf-8")
    components = json.loads((tmp_path / "bill.json").read_text("utf-8"))["components"]
    assert [one["name"] for one in components] == ["a-library", "pyside6-essentials"]
    assert "qt" in {one["name"] for one in components[1]["components"]}
    assert all(one["name"] in notices for one in components)
    assert all(one["licenses"][0]["expression"] in notices for one in components)
    assert (tmp_path / "licences" / "a-library" / "LICENSE").read_text() == "words"
    assert "6.11.3" in (tmp_path / "licences" / "SOURCES.txt").read_text("utf-8")
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "QT-THIRD-PARTY.txt"} <= {
        path.name for path in (tmp_path / "licences").iterdir()
    }
