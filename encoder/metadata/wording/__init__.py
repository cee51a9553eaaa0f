"""What languages allow: syllables of romanizations, letters and endings, scripts; English against them."""
