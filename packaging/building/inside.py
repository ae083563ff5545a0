"""Libraries that lie inside of others: what a wheel was built with, and Qt and Python hold.

Their licences' texts come with those that hold them; the bill of materials names them.
"""

# Each with its licence, by the part that holds it.
INSIDE = {
    "chunspell-next": {"hunspell": "MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later"},
    "lxml": {"libxml2": "MIT", "libxslt": "MIT"},
    "pikepdf": {"libjpeg-turbo": "IJG AND BSD-3-Clause AND Zlib", "qpdf": "Apache-2.0"},
    "pypdfium2": {
        "abseil-cpp": "Apache-2.0",
        "freetype": "FTL",
        "icu": "Unicode-3.0",
        "lcms2": "MIT",
        "openjpeg": "BSD-2-Clause",
        "pdfium": "BSD-3-Clause AND Apache-2.0",
    },
    "pyside6-essentials": {
        "double-conversion": "BSD-3-Clause",
        "harfbuzz": "MIT-Modern-Variant",
        "libpng": "libpng-2.0",
        "md4c": "MIT",
        "pcre2": "BSD-3-Clause",
        "qt": "LGPL-3.0-only",
    },
    "python": {
        "bzip2": "bzip2-1.0.6",
        "expat": "MIT",
        "libffi": "MIT",
        "mpdecimal": "BSD-2-Clause",
        "sqlite": "blessing",
        "xz": "0BSD",
        "zlib": "Zlib",
    },
    "uharfbuzz": {"harfbuzz": "MIT-Modern-Variant"},
}
