"""The PDF exporter: document nodes in, a tagged PDF/UA-1 file out."""
