"""How quick the program is: ``python -m tests.bench``. Nothing here asserts seconds; what counts are ratios of one run."""
