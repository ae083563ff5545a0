"""Everything for Linux: the folder, the package, the file for other systems, the bill."""

from pathlib import Path

from development.steps import say, step

from building import bill, deb, frozen, libraries, licences, payload, reproducible, run_file
from building.job import APP, Job

INSIDE = "_internal"


def build(job: Job, source: Path) -> list[Path]:
    """Build what is handed out for Linux and return the files."""
    folder = make_folder(job, source)
    bill_file = job.dist / f"{APP}-{job.version}-linux.cdx.json"
    with step("package (.deb)"):
        package = deb.build(job, folder, source)
    with step("file for other Linux systems (.run)"):
        runnable = run_file.build(job, folder, source)
    bill.write(job, parts_of(job, folder), bill_file)
    for made in (package, runnable):
        payload.check_size(made)
        say(f"  {made.name}: {made.stat().st_size / payload.MEGABYTE:.1f} MB")
    return [package, runnable, bill_file]


def make_folder(job: Job, source: Path) -> Path:
    """Make the folder with its notices, and check it."""
    folder = frozen.build(job, source)
    licences.write(job, parts_of(job, folder), folder / licences.FOLDER)
    reproducible.settle(folder, job.epoch, frozenset({APP}))
    payload.check(folder)
    say(f"  installed: {reproducible.size_of(folder) / payload.MEGABYTE:.1f} MB")
    return folder


def parts_of(job: Job, folder: Path) -> list[licences.Part]:
    """Return everything of others in the folder."""
    inside = folder / INSIDE
    carried = [path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()]
    installed = libraries.site_packages(libraries.environment(job))
    listed = licences.libraries(installed, carried)
    python, launcher = licences.this_python(), licences.launcher(installed)
    of_the_system = licences.of_the_system(inside)
    return [*listed, *licences.dictionaries(job), python, launcher, *of_the_system]
