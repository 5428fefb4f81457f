"""Facts to findings: one readable module a check, its cases and its documentation in the Markdown file beside it."""
