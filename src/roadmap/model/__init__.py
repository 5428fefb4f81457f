"""What planners mean: frozen models, one noun a file, built from nodes by ``build``."""
