"""The last pass over a PDF: pack it small, lock it, let it carry its workbook."""

import io
from pathlib import Path
from typing import BinaryIO

import pikepdf

from ladder_desktop.export.pdf.options import PdfOptions

CARRIED = "workbook.json"


def packed(source: BinaryIO, target: Path, options: PdfOptions) -> None:
    """Write the file again with its objects packed, locked if a password is wanted.

    Without a password the same input gives the same bytes. A locked file (AES-256) may still be
    read aloud (ISO 32000-2, table 22: bit 10 is always granted to screen readers).
    """
    # written by pikepdf itself, a file on a full disk would end the whole program
    made = io.BytesIO()
    with pikepdf.open(source) as pdf:
        if options.carried is not None:
            _carry(pdf, options.carried)
        pdf.save(
            made,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=not options.password,
            encryption=_lock(options.password),
        )
    target.write_bytes(made.getbuffer())


def _lock(password: str) -> pikepdf.Encryption | bool:
    """Return the lock for a password, AES-256; False where there is none."""
    if not password:
        return False
    return pikepdf.Encryption(
        user=password, owner=password, R=6, allow=pikepdf.Permissions(accessibility=True)
    )


def _carry(pdf: pikepdf.Pdf, data: bytes) -> None:
    """Attach the workbook's JSON interchange."""
    pdf.attachments[CARRIED] = pikepdf.AttachedFileSpec(
        pdf,
        data,
        filename=CARRIED,
        mime_type="application/json",
        description="Ladder workbook",
        creation_date="",
        mod_date="",
    )
