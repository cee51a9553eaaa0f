"""TEI (and its source) to findings. Nothing here knows how the TEI was made."""
