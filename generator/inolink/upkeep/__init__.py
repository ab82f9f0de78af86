"""Keeping a directory in order: tidy files, fresh profiles, living links, and who answers for what."""
