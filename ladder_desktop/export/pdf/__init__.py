"""The PDF exporter: document nodes in, a tagged PDF/UA-1 file out."""

import sys
from types import ModuleType

# ReportLab would run what it finds under these names, in the person's home for one: a PDF would
# look otherwise there, and where the home is no folder there would be none at all
for _settings in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_settings, ModuleType(_settings))
