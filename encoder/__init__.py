"""encoder: from typed translations of archival documents to a TEI scholarly edition."""

__version__ = "0.1.0"
