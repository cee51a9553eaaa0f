"""``python -m encoder``."""

from encoder.cli import main

main()
