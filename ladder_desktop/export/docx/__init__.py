"""Writes a workbook as a Word document."""

from ladder_desktop.export.docx.package import write as write
