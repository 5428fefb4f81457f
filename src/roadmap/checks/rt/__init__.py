"""RT, release trains: what ships with which release, and by when it must be ready."""
