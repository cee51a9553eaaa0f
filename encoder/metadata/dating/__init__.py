"""The date grammar behind ``encoder.metadata.dates``: words, tokens, forms, years, values."""
