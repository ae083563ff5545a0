"""What a person keeps, whatever is installed over it or taken away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from development.trouble import Trouble

DICTIONARY, SETTINGS, REPORT = "dictionary.txt", "settings.json", "reports/kept.txt"


@dataclass
class Belongings:
    """A person's things, in the folders where the program keeps them.

    Attributes:
        documents: where workbooks lie, as this machine sees it.
        data: what the program keeps for the person.
        config: the settings.
        kept: what every file held when it was laid down.
    """

    documents: Path
    data: Path
    config: Path
    kept: dict[Path, bytes] = field(default_factory=dict)

    def lay(self) -> None:
        """Put settings and a personal dictionary into their places; remember the workbooks, too."""
        for path, text in self._laid().items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for path in (*self._laid(), *self.documents.rglob("*.ladder")):
            self.kept[path] = path.read_bytes()

    def check(self, when: str) -> None:
        """Look whether everything is as it was.

        Raises:
            Trouble: names what is gone or changed, and when.
        """
        for path, data in self.kept.items():
            if not path.is_file() or path.read_bytes() != data:
                raise Trouble(f"{when}, {path.name} was {'changed' if path.exists() else 'lost'}.")

    def _laid(self) -> Mapping[Path, str]:
        return {
            self.config / SETTINGS: '{"zoom": 125}',
            self.data / DICTIONARY: "Andragogik\nescalafón\n",
            self.data / REPORT: "Told by the person.\n",
        }
