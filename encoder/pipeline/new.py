"""A fresh edition with one small document."""

import json
from pathlib import Path

from encoder.model import OutputFile
from encoder.pipeline.document import identifier


def new(folder: Path) -> list[OutputFile]:
    """The files of a fresh edition with one small document, which builds at once."""
    name = folder.resolve().name
    title = name.replace("-", " ").replace("_", " ").capitalize()
    return [
        OutputFile(
            "edition.toml",
            _TOML.format(title=json.dumps(title, ensure_ascii=False), id=identifier(name.lower())).encode(),
        ),
        OutputFile("sources/first-document.txt", _FIRST.encode()),
    ]


_TOML = """\
# The edition as a whole. Put texts (.txt, .md) into sources/ and run: encoder build .

[edition]
id = "{id}"
title = {title}
date = "2026-01-01"          # the date of this state of the edition; no output takes a date from the clock
publisher = "Your institution"
language = "en"              # of the translations
source-languages = []        # of the originals, as BCP 47, where most documents share one: ["zh"]
schema = "schema"            # the grammar is copied there
description = ""

[[editor]]
name = "Your name"

[licence]
name = "Creative Commons Attribution 4.0 International"
url = "https://creativecommons.org/licenses/by/4.0/"

# What an archive or repository asks for besides (encoder deposit . --for zenodo). Take away the # of what you know.
#
# [deposit]
# keywords = ["Cold War", "border crossings"]
# rights-holder = "Your institution"
# sources-rights = "The translations belong to … and are reproduced by kind permission."
# doi = ""                   # only one that the repository has given you
#
# [deposit.contact]
# name = "Your name"
# email = "you@example.org"
#
# [[deposit.funding]]
# funder = "Your foundation"
# number = "P 1234"
"""

_FIRST = """\
March 3, 1958

Letter from Anna Novak to the Archive

Citation:

"Letter from Anna Novak to the Archive", March 3, 1958, a made-up example. Translated by Jan Example.

Summary:

An example that shows what brackets become. Replace it with your own texts.

Original Language:

Czech

Contents:

To the Archive of the City:

[I] thank you for your letter of 20 February. The deputation from Brno [Brünn] will be met by Mr. Dvořák [?] at the
station; please have the key [klíč] ready. [handwritten note in left margin: Agreed.]

Two pages of the register are [illegible], and the last one is missing [sic].

Anna Novak

3 March 1958
"""
