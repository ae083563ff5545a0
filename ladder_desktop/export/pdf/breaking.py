"""Where a line may break inside what stands between two blanks.

This is what Unicode Standard Annex 14 asks for where it matters here: hyphens and dashes,
ideographs with their punctuation, and the scripts of South-East Asia, which write no blanks
between words; those break between clusters, as there is no dictionary.
"""

import re
import unicodedata

_ASCII_BREAK = re.compile(r"(?<=[A-Za-z0-9]-)(?=[A-Za-z0-9])|(?<=[/&=?])(?=[A-Za-z])")
_LONGEST = 64

_IDEOGRAPHIC = re.compile(
    "[\u1100-\u11ff\u2e80-\u303f\u3040-\u30ff\u3100-\u31ff\u3200-\u4dbf\u4e00-\ua4cf\uac00-\ud7af"
    "\uf900-\ufaff\uff00-\uffef\U00016fe0-\U00018cff\U0001b000-\U0001b2ff\U0001f000-\U0001faff"
    "\U00020000-\U0003ffff]"
)
_NO_BLANKS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf]")
_NOT_AT_START = frozenset(
    "、。，．：；！？・ー々〻ゝゞヽヾ％‰℃°"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3\u0ec6"
)
# Vowels written before the consonant they follow in speech; signs that stack the next consonant.
_NOT_AT_END = frozenset(
    "$£¥￥＄￡#＃" + "เแโใไ" + "\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4" + "\u17d2\u1039\u1a60"
)
_GLUE = frozenset("\u00a0\u202f\u2007\u2060\ufeff\u200d")
_BREAK_AFTER = frozenset("-\u2010\u2012\u2013\u2014\u200b")


def parts(token: str) -> list[str]:
    """Return a text without blanks cut wherever a line may break."""
    if token.isascii():
        return _ASCII_BREAK.split(token) if len(token) > 1 else [token]
    result: list[str] = []
    start = 0
    for index in range(1, len(token)):
        if _may_break(token[index - 1], token[index]):
            result.append(token[start:index])
            start = index
    result.append(token[start:])
    return result


def chunks(part: str) -> list[str]:
    """Return a part cut into short pieces, for words too long for any line."""
    if len(part) <= _LONGEST:
        return [part]
    result: list[str] = []
    start = 0
    while len(part) - start > _LONGEST:
        end = start + _LONGEST
        while end > start + 1 and extends(part[end], part[end - 1]):
            end -= 1
        result.append(part[start:end])
        start = end
    result.append(part[start:])
    return result


def extends(sign: str, before: str) -> bool:
    """Tell whether a sign belongs to the one before it: an accent, a joiner, a skin colour."""
    if sign < "\u0300":
        return False
    return (
        unicodedata.category(sign) in {"Mn", "Me", "Mc"}
        or sign in "\u200c\u200d"
        or before == "\u200d"
        or "\U0001f3fb" <= sign <= "\U0001f3ff"
        or "\U000e0020" <= sign <= "\U000e007f"
        or ("\U0001f1e6" <= sign <= "\U0001f1ff" and "\U0001f1e6" <= before <= "\U0001f1ff")
    )


def _may_break(before: str, after: str) -> bool:
    """Tell whether a line may break between two signs."""
    if extends(after, before) or before in _GLUE or after in _GLUE:
        return False
    if before in _BREAK_AFTER:
        return before == "\u200b" or after.isalnum()
    if before in _NOT_AT_END or after in _NOT_AT_START:
        return False
    if _IDEOGRAPHIC.match(before) or _IDEOGRAPHIC.match(after):
        return not _opens(before) and not _closes(after)
    return bool(_NO_BLANKS.match(before) and _NO_BLANKS.match(after))


def _opens(sign: str) -> bool:
    return unicodedata.category(sign) in {"Ps", "Pi"} or sign in "\"'"


def _closes(sign: str) -> bool:
    return unicodedata.category(sign) in {"Pe", "Pf", "Po"} and sign != "\u2026"
