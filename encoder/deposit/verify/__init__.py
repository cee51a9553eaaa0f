"""A package checked as an archive would: every byte against the sums, every description against the files."""
