"""The language of the interface: as the system has it, or as a person chose it."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from ladder_desktop.errors import N_
from ladder_desktop.paths import ENGLISH
from ladder_desktop.ui.settings.settings import SettingsFile
from ladder_desktop.words import LANGUAGES, TRANSLATIONS, Words, words_for

# Qt's own Spanish spells these out, as "Control+Mayúsculas"
KEYS = {"Ctrl": N_("Ctrl"), "Shift": N_("Shift"), "Tab": N_("Tab"), "Del": N_("Del")}


class KeyNames(QTranslator):
    """Names keys in menus as they are named on keyboards, and in the help."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that there is something in it."""
        return False

    def translate(  # type: ignore[override]  # of None, by which Qt goes on, the stub knows nothing
        self, context: str, source: str, _comment: str = "", _number: int = -1
    ) -> str | None:
        """Return a key's name; None leaves all else to Qt's own words."""
        return self._words(KEYS[source]) if context == "QShortcut" and source in KEYS else None


class Language(QObject):
    """Has the program speak a language, and changes it while the program runs.

    Attributes:
        words: the words of the interface; everybody holds the same ones.
        chosen: the language that the person chose; blank for as the system has it.

    Signals:
        changed: the words are those of another language now.
    """

    changed = Signal()

    def __init__(self, application: QApplication, settings: SettingsFile, resources: Path) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._folder = resources / TRANSLATIONS
        self._translators: list[QTranslator] = []
        self.chosen = settings.read().language
        self.words = words_for(self._wanted(), self._folder)
        self._take_shapes()

    def choose(self, language: str) -> None:
        """Speak another language from now on; blank for that of the system."""
        self.chosen = language
        self._settings.change(lambda kept: msgspec.structs.replace(kept, language=language))
        self.speak(words_for(self._wanted(), self._folder))

    def speak(self, words: Words) -> None:
        """Take other words into use at once."""
        if words.language != self.words.language:
            self.words.become(words)
            self._take_shapes()
            self.translate_qt()
            self.changed.emit()

    def translate_qt(self) -> None:
        """Have Qt word its own dialogs and menus, too."""
        for former in self._translators:
            self._application.removeTranslator(former)
        self._translators = []
        if self.words.language != ENGLISH:
            translator = QTranslator(self)
            place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if translator.load(f"qtbase_{self.words.language}", place):
                self._translators = [translator, KeyNames(self.words, self)]
            for one in self._translators:
                self._application.installTranslator(one)

    def _wanted(self) -> str:
        return self.chosen if self.chosen in LANGUAGES else system_language()

    def _take_shapes(self) -> None:
        """Write times as the language does, and begin lines where it does."""
        locale = locale_of(self.words.language)
        QLocale.setDefault(locale)
        self._application.setLayoutDirection(locale.textDirection())


def system_language() -> str:
    """Return the first of the system's languages that the program speaks, or else English."""
    tags = (tag.replace("_", "-").split("-")[0] for tag in QLocale.system().uiLanguages())
    return next((tag for tag in tags if tag in LANGUAGES), ENGLISH)


def locale_of(language: str) -> QLocale:
    """Return how a language writes times in this country; as the system does where they agree."""
    system, own = QLocale.system(), QLocale(language)
    is_neutral = system.language() == QLocale.Language.C and language == ENGLISH
    if is_neutral or system.language() == own.language():
        return system
    return QLocale(own.language(), system.territory())
