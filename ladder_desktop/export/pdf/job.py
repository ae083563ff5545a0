"""An export job as a PDF."""

from ladder_desktop.export.json_interchange import interchange_text
from ladder_desktop.export.options import ExportOptions, Job
from ladder_desktop.export.pdf import writer
from ladder_desktop.export.pdf.options import PdfOptions


def write(job: Job) -> None:
    """Write the job's document as a PDF, which carries its workbook if that was chosen."""
    chosen = job.options
    carried = interchange_text(job.workbook, chosen.sections).encode() if chosen.carry else None
    options = pdf_options(chosen, carried)
    writer.write(job.document, job.target, options, job.words, job.progress, job.cancelled)


def pdf_options(chosen: ExportOptions, carried: bytes | None = None) -> PdfOptions:
    """Return what of an export's options means something to a PDF."""
    return PdfOptions(
        preset=chosen.preset,
        paper=chosen.paper,
        large=chosen.large,
        grey=chosen.grey,
        mirrored=chosen.mirrored,
        form=chosen.form,
        password=chosen.password,
        carried=carried,
    )
