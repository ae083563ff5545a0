"""Languages that nobody speaks, to see what a real one would bring to light.

Words that were never given to a catalogue stay plain in them; lines that are cut off in a language
with longer words are cut off in the long one; what stands on the wrong side when lines begin at the
right does so in the mirrored one.
"""

import gettext
import re

from ladder_desktop.words import DAY, NUMBER, Words

LONG, MIRRORED = "en-XA", "ar-XB"
ACCENTS = str.maketrans("aceinouyACEINOUY", "åçéîñöûýÅÇÉÎÑÖÛÝ")
FIELD = re.compile(r"(\{\w*\})")
PADDING = " one two three four five six seven eight nine ten eleven twelve"
RIGHT_TO_LEFT, OVERRIDE, END = "\u200f", "\u202e", "\u202c"


class Longer(gettext.NullTranslations):
    """Accents on letters, brackets around lines, and 40 % more of everything."""

    def gettext(self, message: str) -> str:
        """Return a longer message with the same fields."""
        if message in {NUMBER, DAY}:
            return message
        parts = FIELD.split(message)
        accented = "".join(
            part if FIELD.fullmatch(part) else part.translate(ACCENTS) for part in parts
        )
        more = round(len(FIELD.sub("", message)) * 0.4)
        return f"[{accented}{(PADDING * 10)[:more]}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the longer form of a number."""
        return self.gettext(msgid1 if n == 1 else msgid2)


class Mirrored(Longer):
    """English letters from right to left."""

    def gettext(self, message: str) -> str:
        """Return a message that runs from right to left."""
        if message in {NUMBER, DAY}:
            return message
        return f"{RIGHT_TO_LEFT}{OVERRIDE}{message}{END}"


def pseudo(language: str) -> Words:
    """Return the words of a language that nobody speaks."""
    return Words(language, Mirrored() if language == MIRRORED else Longer())
