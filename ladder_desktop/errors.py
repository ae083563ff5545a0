"""The troubles a person can act on; anything else that is raised is a bug."""

import errno
from typing import Protocol

LONGEST = 160  # characters of a name in a sentence; nobody reads the middle of a longer one
LONGEST_LIST = 2_000  # characters of several names


class Wording(Protocol):
    """Anything that puts a message into a person's language, such as `words.Words`."""

    def __call__(self, message: str, /, **arguments: object) -> str:
        """Return the message in the person's language, its arguments filled in."""
        ...


def N_(message: str) -> str:
    """Mark a message for the catalogues; it is worded where it is shown."""
    return message


class LadderError(Exception):
    """What happened, where, and what to do about it.

    The message is English with named fields; the edge (a dialog, the command line) words it.

    Attributes:
        message: the untranslated sentence, with fields like ``{file}``.
        arguments: what goes into the fields: texts, figures, or errors that give the reason.
    """

    def __init__(self, message: str, /, **arguments: object) -> None:
        super().__init__(message, arguments)
        self.message = message
        self.arguments = arguments

    def worded(self, words: Wording) -> str:
        """Return the sentence in the language of `words`; errors inside it are worded, too."""
        arguments = {
            name: value.worded(words) if isinstance(value, LadderError) else _shortened(value)
            for name, value in self.arguments.items()
        }
        return words(self.message, **arguments)

    def __str__(self) -> str:
        arguments = {name: _shortened(value) for name, value in self.arguments.items()}
        return self.message.format(**arguments)


def _shortened(value: object) -> object:
    """Return a name, or a list of names, without the middle of what is very long."""
    if not isinstance(value, str) or len(value) <= LONGEST:
        return value
    return _cut(", ".join(_cut(name, LONGEST) for name in value.split(", ")), LONGEST_LIST)


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    half = longest // 2
    return f"{text[:half]}…{text[1 - half :]}"


class Reason(LadderError):
    """Why the system refused something; stands inside other errors, without a full stop."""


def reason_of(error: Exception) -> Reason:
    """Return in plain words why the system refused something."""
    name = errno.errorcode.get(getattr(error, "errno", None) or 0, type(error).__name__)
    for names, message in REASONS:
        if name in names:
            return Reason(message)
    return Reason(N_("the system reports an error ({name})"), name=name)


REASONS = (
    (("ENOENT", "ENOTDIR"), N_("it is not there, or its folder is not")),
    (("EACCES", "EPERM"), N_("you are not allowed to, or another program has it open")),
    (("EROFS",), N_("the disk is write-protected")),
    (("ENOSPC", "EDQUOT"), N_("there is no room left on the disk")),
    (("EFBIG",), N_("the disk does not take files of that size")),
    (("EISDIR",), N_("it is a folder")),
    (("EEXIST", "ENOTEMPTY"), N_("something with its name is there already")),
    (("EBUSY", "ETXTBSY"), N_("another program has it open")),
    (("ENAMETOOLONG",), N_("its name is too long")),
    (("ValueError",), N_("its name holds a sign that no name may hold")),
    (("ELOOP",), N_("it is a link that leads nowhere")),
    (
        ("EIO", "ENODEV", "ENXIO", "ESTALE", "ENOTCONN", "ETIMEDOUT"),
        N_("the disk does not answer; if it is a stick, connect it again"),
    ),
)


class TemplateError(LadderError):
    """A template that can't be used, and every place where it is wrong.

    Attributes:
        mistakes: one worded-later error for each mistake, in the order of the file.
    """

    def __init__(
        self, message: str, /, *, mistakes: tuple[LadderError, ...] = (), **arguments: object
    ) -> None:
        super().__init__(message, **arguments)
        self.mistakes = mistakes


class AnswerError(LadderError):
    """An answer that does not fit the block it was given for."""


class WorkbookFileError(LadderError):
    """A workbook file that can't be opened, read or written."""


class ExportError(LadderError):
    """A document that can't be written."""
