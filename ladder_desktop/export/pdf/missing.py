"""Which characters of a document no font here can show."""

import unicodedata

from ladder_desktop.document.clean import cleaned
from ladder_desktop.document.nodes import Document
from ladder_desktop.document.texts import every_text
from ladder_desktop.export.pdf.fonts import FontBook

# They show nothing by themselves: joiners, direction marks, variation selectors, line breaks.
_SHOW_NOTHING = {"Cf", "Cc", "Mn", "Me", "Mc", "Sk"}


def missing_characters(document: Document) -> tuple[str, ...]:
    """Return the characters that would be printed as ``[U+XXXX]``, in their order in Unicode."""
    signs = {sign for text in every_text(document) for sign in set(cleaned(text))}
    book = FontBook(document.language)
    return tuple(
        sign
        for sign in sorted(signs)
        if unicodedata.category(sign) not in _SHOW_NOTHING
        and book.face_for(sign, bold=False, italic=False) is None
    )
