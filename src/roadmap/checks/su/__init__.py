"""SU, suppressions: comments that hide findings are kept honest."""
