"""The application for macOS: built, signed and notarised on a Mac; described anywhere.

On a Mac: ``python3 packaging/dev.py build macos``. What can be checked without one is: the
description of the application (Info.plist), the icon, and that the pinned libraries are there
for the oldest macOS that is supported.
"""

import os
import platform
import plistlib
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from development.steps import say, step
from development.trouble import Trouble

from building import bill, icons, libraries, licences, payload
from building.job import APP, Job
from building.tools import done

NAME = "Ladder Desktop"
BUNDLE = "org.ladderdesktop.LadderDesktop"
WORKBOOK = "org.ladderdesktop.workbook"
OLDEST = "13.0"  # of macOS; the oldest that Qt 6.11 runs on
IDENTITY, PROFILE = "LADDER_MAC_IDENTITY", "LADDER_MAC_NOTARY_PROFILE"


def info(version: str, epoch: int) -> dict[str, Any]:
    """Return the description of the application: Info.plist."""
    year = datetime.fromtimestamp(epoch, UTC).year
    return {
        "CFBundleDevelopmentRegion": "en",
        "CFBundleDisplayName": NAME,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeIconFile": f"{APP}.icns",
                "CFBundleTypeName": "Ladder workbook",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [WORKBOOK],
            }
        ],
        "CFBundleExecutable": APP,
        "CFBundleIconFile": f"{APP}.icns",
        "CFBundleIdentifier": BUNDLE,
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleLocalizations": ["en", "es"],
        "CFBundleName": NAME,
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"© {year} Ladder Desktop contributors",
        "NSPrincipalClass": "NSApplication",
        "UTExportedTypeDeclarations": [
            {
                "UTTypeConformsTo": ["public.data", "public.content"],
                "UTTypeDescription": "Ladder workbook",
                "UTTypeIdentifier": WORKBOOK,
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["ladder"],
                    "public.mime-type": ["application/x-ladder-workbook"],
                },
            }
        ],
    }


def build(job: Job, source: Path) -> list[Path]:
    """Build the application and its disk image; on a Mac only.

    Raises:
        Trouble: elsewhere, or when a step fails.
    """
    if platform.system() != "Darwin":
        raise Trouble("The application for macOS is built on a Mac; see packaging/macos/README.md.")
    application = _freeze(job, source)
    _sign(job, application)
    target = job.dist / f"{APP}-{job.version}-macos.dmg"
    with step("disk image"):
        _write_image(job, application, target)
    _notarise(target)
    bill_file = job.dist / f"{APP}-{job.version}-macos.cdx.json"
    bill.write(job, _parts(job, application), bill_file)
    say(f"  {target.name}: {target.stat().st_size / payload.MEGABYTE:.1f} MB")
    return [target, bill_file]


def _freeze(job: Job, source: Path) -> Path:
    python = libraries.environment(job)
    folder = job.work / "macos"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    icon, plist, fonts = folder / f"{APP}.icns", folder / "Info.plist", folder / "fonts.txt"
    icons.write_icns(job, source, icon)
    plist.write_bytes(plistlib.dumps(info(job.version, job.epoch)))
    fonts.write_text("\n".join(libraries.fonts(job, python, source)), encoding="utf-8")
    places = {
        "LADDER_PACKAGING": str(job.packaging),
        "LADDER_SOURCE": str(source),
        "LADDER_FONTS": str(fonts),
        "LADDER_SITE_PACKAGES": str(libraries.site_packages(python)),
        "LADDER_ICON": str(icon),
        "LADDER_PLIST": str(plist),
        "PYINSTALLER_CONFIG_DIR": str(folder / "cache"),
    }
    spec = job.packaging / "macos" / "ladder-desktop.spec"
    options = ["--noconfirm", "--clean", "--log-level", "ERROR"]
    tree = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work")]
    with step("application for macOS"):
        pyinstaller = [str(python), "-m", "PyInstaller", *options, *tree, str(spec)]
        done(pyinstaller, cwd=folder, env={**job.environment(), **places})
    application = folder / "dist" / f"{NAME}.app"
    licences.write(job, _parts(job, application), application / "Contents/Resources/licences")
    payload.check(application)
    return application


def _parts(job: Job, application: Path) -> list[licences.Part]:
    inside = application / "Contents" / "Resources"
    carried = [path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()]
    installed = libraries.site_packages(libraries.environment(job))
    listed = licences.libraries(installed, carried)
    listed += licences.dictionaries(job)
    return [*listed, licences.this_python(), licences.launcher(installed)]


def _sign(job: Job, application: Path) -> None:
    """Sign every part, the innermost first, then the whole; without a key, for this Mac only."""
    identity = os.environ.get(IDENTITY, "-")
    hardened = [] if identity == "-" else ["--options", "runtime", "--timestamp"]
    entitlements = ["--entitlements", str(job.packaging / "macos" / "entitlements.plist")]
    with step("signatures"):
        parts = sorted(application.rglob("*"), key=lambda path: len(path.parts), reverse=True)
        for path in parts:
            if path.suffix in {".so", ".dylib"} and not path.is_symlink():
                done(["codesign", "--force", "--sign", identity, *hardened, path])
        done(["codesign", "--force", "--sign", identity, *hardened, *entitlements, application])
        done(["codesign", "--verify", "--deep", "--strict", application])


def _write_image(job: Job, application: Path, target: Path) -> None:
    content = job.work / "macos" / "image"
    shutil.rmtree(content, ignore_errors=True)
    content.mkdir()
    done(["ditto", application, content / application.name])
    (content / "Applications").symlink_to("/Applications")
    target.parent.mkdir(parents=True, exist_ok=True)
    image = ["hdiutil", "create", "-ov", "-volname", NAME, "-fs", "HFS+", "-format", "ULMO"]
    done([*image, "-srcfolder", content, target])


def _notarise(target: Path) -> None:
    """Have Apple look at the disk image and put its answer on it, if there is an account."""
    profile = os.environ.get(PROFILE)
    if not profile:
        say("  not notarised: there is no account (see packaging/macos/README.md)")
        return
    with step("notarisation"):
        account = ["--keychain-profile", profile]
        done(["xcrun", "notarytool", "submit", str(target), *account, "--wait"])
        done(["xcrun", "stapler", "staple", target])
