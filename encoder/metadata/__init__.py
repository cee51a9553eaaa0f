"""Text to typed values: dates, languages, archival references, citations, credits."""
