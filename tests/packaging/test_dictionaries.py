"""The dictionaries are taken out of their package, whole and with their licences."""

import io
import tarfile
from pathlib import Path

import pytest
from building import keeping, licences
from building.job import Job
from development import dictionaries
from development.house import House
from development.steps import Finished
from development.trouble import Trouble


def package_with(folder: Path, places: list[str]) -> Path:
    """Return a package that holds these files of its dictionaries, and one that nobody wants."""
    package = folder / "package-1.tar.gz"
    with tarfile.open(package, "w:gz") as archive:
        for place in [*places, "fr/fr.dic"]:
            member = tarfile.TarInfo(f"package-1/data/{place}")
            member.size = len(place)
            archive.addfile(member, io.BytesIO(place.encode()))
    return package


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the calls of pip, which fetches nothing here."""
    calls: list[list[str]] = []

    def call(words: list[str | Path]) -> Finished:
        calls.append([str(word) for word in words])
        return Finished(1, "Nobody answers.")

    monkeypatch.setattr(dictionaries, "call", call)
    return calls


def test_only_what_is_wanted_is_taken(house: House, tmp_path: Path) -> None:
    """Each dictionary comes with the words of its licence, and without those of others."""
    (house.root / "resources").mkdir()

    dictionaries._take(package_with(tmp_path, [*dictionaries.WANTED]), house.dictionaries)

    assert dictionaries.missing(house) == []
    taken = {path.name for path in house.dictionaries.iterdir()}
    assert taken == set(dictionaries.WANTED.values())
    assert (house.dictionaries / "es.dic").read_text() == "es/es.dic"


def test_a_package_that_lacks_one_is_refused(house: House, tmp_path: Path) -> None:
    """A package of another making is named as what it is."""
    (house.root / "resources").mkdir()
    package = package_with(tmp_path, ["en/en_US.aff"])

    with pytest.raises(Trouble, match=r"lacks .*es/es\.dic"):
        dictionaries._take(package, house.dictionaries)


def test_nothing_is_fetched_twice(house: House, fetched: list[list[str]]) -> None:
    """A set-up with all of them there asks nobody."""
    house.dictionaries.mkdir(parents=True)
    for name in dictionaries.WANTED.values():
        (house.dictionaries / name).touch()

    dictionaries.fetch_missing(house)

    assert fetched == []


def test_without_the_internet_the_reason_is_told(house: House, fetched: list[list[str]]) -> None:
    """What pip said is shown; only the package of the lock is asked for, by its sum."""
    with pytest.raises(Trouble, match="Nobody answers"):
        dictionaries.fetch_missing(house)

    assert "--require-hashes" in fetched[0]
    assert fetched[0][-1] == str(house.dictionaries_lock)


@pytest.mark.parametrize(
    ("place", "is_kept"),
    [
        ("hunspell/__init__.pyc", True),
        ("hunspell/hunspell.cpython-311-x86_64-linux-gnu.so", True),
        ("hunspell/libhunspell-1.7.so.0", True),
        ("hunspell/hunspell.cp311-win_amd64.pyd", True),
        ("hunspell/hunspell.cpp", False),
        ("hunspell/dictionaries/en_US.dic", False),
    ],
)
def test_hunspell_travels_without_a_dictionary_of_its_own(place: str, is_kept: bool) -> None:
    """The program carries each dictionary once."""
    assert keeping.is_kept(place, []) is is_kept


def test_licences_of_dictionaries_travel_with_them(house: House, tmp_path: Path) -> None:
    """Each is a part of its own, with the words of its licence and where it comes from."""
    house.dictionaries_lock.write_text("# A remark.\npackage==1.2 \\\n    --hash=sha256:0\n")
    job = Job(house, tmp_path, tmp_path, "1.0", 0)
    (house.root / "resources").mkdir()

    with pytest.raises(Trouble, match=r"dev\.py setup"):
        licences.dictionaries(job)

    dictionaries._take(package_with(tmp_path, [*dictionaries.WANTED]), house.dictionaries)
    english, spanish = licences.dictionaries(job)

    assert (english.name, english.version) == ("dictionary-en", "1.2")
    assert "MPL-1.1" in spanish.licence
    assert [text.name for text in english.texts] == ["en-licence.txt"]
    assert "es-licence-MPL-1.1.txt" in [text.name for text in spanish.texts]
