"""Misspelt words are found, each paragraph in its own language, with the real dictionaries."""

from functools import partial
from pathlib import Path

import pytest

from ladder_desktop.paths import resources
from ladder_desktop.spelling.dictionary import FOLDER, LANGUAGES, MOST_SUGGESTED, Dictionary, load
from ladder_desktop.spelling.own_words import OwnWords
from ladder_desktop.spelling.proofreader import Proofreader

SPANISH = "Los estudiantes aprenden mejor cuando la evalucion es justa y el maestro escucha."


@pytest.fixture(scope="module")
def dictionaries() -> dict[str, Dictionary | None]:
    """Return the dictionaries that travel with the program."""
    return {language: load(language, resources()) for language in LANGUAGES}


@pytest.fixture
def reader(dictionaries: dict[str, Dictionary | None]) -> Proofreader:
    """Return somebody who reads English workbooks."""
    return Proofreader(dictionaries.get)


def wrong(reader: Proofreader, text: str) -> list[str]:
    """Return what is misspelt in a text, as it stands there."""
    return [text[mistake.start : mistake.end] for mistake in reader.mistakes(text)]


@pytest.mark.parametrize(
    ("text", "misspelt"),
    [
        ("I beleive in teh students.", ["beleive", "teh"]),
        ("Everybody's else's turn, isn’t it?", []),
        ("The colour of organised behaviour at the centre", []),
        ("A co-teacher with e-mail and wi-fi: well-beeing", ["beeing"]),
        ("Mentees' onboarding, metacognition, walkthroughs", []),
        ("**Beleive** it", ["Beleive"]),
        ("😀 beleive 😀", ["beleive"]),
        ("", []),
    ],
)
def test_misspelt_words_are_found(reader: Proofreader, text: str, misspelt: list[str]) -> None:
    """American and British spellings are right, and so are the words of the field."""
    assert wrong(reader, text) == misspelt


def test_a_paragraph_is_read_in_its_own_language(reader: Proofreader) -> None:
    """Spanish in an English workbook is read as Spanish, and the other way round."""
    assert wrong(reader, SPANISH) == ["evalucion"]
    assert reader.mistakes(SPANISH)[0].language == "es"

    reader.follow("es-MX")

    assert wrong(reader, "Los niños juegan.") == []
    assert wrong(reader, "The students and their teachers beleive in this.") == ["beleive"]


@pytest.mark.parametrize("text", ["Mis metas", "retroalimentación inmediata, evaluación formativa"])
def test_few_words_tell_their_language_by_being_known(reader: Proofreader, text: str) -> None:
    """Where no small word tells the language, that one counts in which all is right."""
    assert wrong(reader, text) == []


def test_a_language_without_dictionary_is_left_in_peace(reader: Proofreader) -> None:
    """French is no misspelt English."""
    french = "Les élèves apprennent mieux quand ils travaillent ensemble dans la classe."

    assert wrong(reader, french) == []

    reader.follow("fr")

    assert wrong(reader, "Bonjour beleive") == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Schüler lernen besser, wenn sie in der Klasse zusammen arbeiten und lesen.",
        "Os alunos aprendem melhor quando trabalham juntos na sala de aula com o professor.",
        "Wanafunzi hujifunza vizuri wanapofanya kazi pamoja darasani kila siku.",
    ],
    ids=["German", "Portuguese", "Swahili"],
)
def test_other_languages_are_no_mistakes(reader: Proofreader, text: str) -> None:
    """What is written in Latin letters in a third language has no line under every word."""
    assert wrong(reader, text) == []


def test_many_mistakes_are_no_other_language(reader: Proofreader) -> None:
    """Who spells most words their own way is helped with each of them."""
    text = "I beleive that teh grammer is allright heer."

    assert wrong(reader, text) == ["beleive", "teh", "grammer", "allright", "heer"]


def test_one_language_can_be_asked_for(reader: Proofreader) -> None:
    """Who chooses English has everything read as English."""
    reader.follow("en", only=True)

    assert "estudiantes" in wrong(reader, SPANISH)


def test_names_of_the_details_are_right(reader: Proofreader) -> None:
    """The participant's own name is nothing to correct."""
    assert wrong(reader, "Ximena Okonkwo taught here.") != []

    reader.except_for("Ximena Okonkwo\nNsukka")

    assert wrong(reader, "Ximena Okonkwo taught here.") == []


def test_own_words_are_right(dictionaries: dict[str, Dictionary | None], tmp_path: Path) -> None:
    """What a person put into the dictionary counts, in any case, until it is taken out."""
    own = OwnWords(tmp_path / "dictionary.txt")
    reader = Proofreader(dictionaries.get, [own])

    own.add("zorbling")

    assert wrong(reader, "Zorbling is zorbling") == []
    assert reader.is_own("Zorbling")

    own.remove("Zorbling")

    assert wrong(reader, "Zorbling is fun") == ["Zorbling"]


def test_suggestions_come_with_the_best_first(reader: Proofreader) -> None:
    """At most five words are offered, in the language of the paragraph."""
    assert reader.suggestions("beleive", "en")[0] == "believe"
    assert "evaluación" in reader.suggestions("evaluacion", "es")
    assert len(reader.suggestions("teh", "en")) == MOST_SUGGESTED
    assert reader.suggestions("teh", "fr") == ()


@pytest.mark.parametrize("word", ["日本", "\ud800", "x" * 300, "", "a\x00b"])
def test_any_word_can_be_asked_for(dictionaries: dict[str, Dictionary | None], word: str) -> None:
    """What no dictionary can even write down costs nothing but an answer."""
    english = dictionaries["en"]
    assert english is not None

    assert english.suggest(word) is not None
    assert english.knows(word) in (True, False)


def test_without_dictionaries_nothing_is_wrong(tmp_path: Path) -> None:
    """A program that lost its dictionaries goes on, and finds no mistake."""
    reader = Proofreader(partial(load, resources=tmp_path))

    assert reader.mistakes("Beleive it, beleive it, beleive it") == []
    assert reader.suggestions("beleive", "en") == ()


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 5000, b"SET UTF-8\nSFX A Y 99999\n", b"\xff\xfe"]
)
def test_a_damaged_dictionary_does_no_harm(tmp_path: Path, content: bytes) -> None:
    """Whatever lies in a dictionary's file, asking it returns."""
    (tmp_path / FOLDER).mkdir()
    (tmp_path / "spelling").mkdir()
    (tmp_path / "spelling" / "en.txt").write_text("app\n")
    for ending in ("aff", "dic"):
        (tmp_path / FOLDER / f"en.{ending}").write_bytes(content)

    reader = Proofreader(partial(load, resources=tmp_path))

    assert isinstance(reader.mistakes("An app that we beleive in"), list)


def test_a_paragraph_is_read_again_only_when_something_changed(
    dictionaries: dict[str, Dictionary | None], tmp_path: Path
) -> None:
    """The same paragraph costs nothing twice, and another word or language is heard at once."""
    own = OwnWords(tmp_path / "dictionary.txt")
    reader = Proofreader(dictionaries.get, [own])
    text = "A zorbling teh"

    first = reader.mistakes(text)

    assert reader.mistakes(text) is first
    own.add("zorbling")
    assert wrong(reader, text) == ["teh"]
    reader.except_for("Teh Ying")
    assert wrong(reader, text) == []
    reader.follow("es", only=True)
    assert wrong(reader, text) == []
    reader.except_for("")
    assert wrong(reader, text) == ["teh"]
