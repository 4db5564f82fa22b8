"""The editor of rich text: a document that shows blocks, the widget around it, and what its tools do."""
