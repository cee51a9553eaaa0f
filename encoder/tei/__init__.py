"""Passages and facts to a TEI document."""
