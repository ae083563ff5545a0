"""Parts of the window that know nothing of workbooks: what people touch, and the theme."""
