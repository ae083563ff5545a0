"""An export job as a PDF."""

from ladder_desktop.export.json_interchange import interchange_text
from ladder_desktop.export.options import Job
from ladder_desktop.export.pdf import writer
from ladder_desktop.export.pdf.options import PdfOptions


def write(job: Job) -> None:
    """Write the job's document as a PDF, which carries its workbook if that was chosen."""
    chosen = job.options
    carried = interchange_text(job.workbook, chosen.sections).encode() if chosen.carry else None
    options = PdfOptions(
        preset=chosen.preset,
        paper=chosen.paper,
        large=chosen.large,
        grey=chosen.grey,
        mirrored=chosen.mirrored,
        form=chosen.form,
        password=chosen.password,
        carried=carried,
    )
    writer.write(job.document, job.target, options, job.words, job.progress, job.cancelled)
