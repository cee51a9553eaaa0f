"""Licences by their address: what the lists of SPDX and of ARCHE call them."""

from __future__ import annotations

import re

from encoder.deposit.record import Licence

_COMMONS = re.compile(
    r"https?://creativecommons\.org/(licenses|publicdomain)/([a-z-]+)/(\d\.\d)(?:/([a-z]{2}))?(?:/|$)"
)
# Other licences of texts and data, by what their address holds. Source: https://spdx.org/licenses/
_OTHERS = {
    "opendatacommons.org/licenses/odbl": "ODbL-1.0",
    "opendatacommons.org/licenses/by": "ODC-By-1.0",
    "opendatacommons.org/licenses/pddl": "PDDL-1.0",
    "etalab.gouv.fr/licence-ouverte": "etalab-2.0",
    "nationalarchives.gov.uk/doc/open-government-licence/version/3": "OGL-UK-3.0",
    "opensource.org/licenses/MIT": "MIT",
    "spdx.org/licenses/MIT": "MIT",
    "apache.org/licenses/LICENSE-2.0": "Apache-2.0",
}
_ARCHE = "https://vocabs.acdh.oeaw.ac.at/archelicenses/"
_IN_ARCHE = frozenset(
    "cc-by-4-0 cc-by-sa-4-0 cc-by-nc-4-0 cc-by-nd-4-0 cc-by-nc-sa-4-0 cc-by-nc-nd-4-0 cc0-1-0 mit".split()
)


def licence(name: str, url: str, text: str = "") -> Licence:
    """A licence with the identifier that SPDX gives it."""
    return Licence(name, url, spdx(url), " ".join(text.split()))


def spdx(url: str) -> str:
    """SPDX's identifier of a licence; empty where it has none, as for rights statements."""
    if common := _COMMONS.match(url):
        kind, what, version, country = common.groups()
        if kind == "publicdomain":
            return {"zero": f"CC0-{version}", "mark": ""}.get(what, "")
        return f"CC-{what.upper()}-{version}" + (f"-{country.upper()}" if country else "")
    return next((name for part, name in _OTHERS.items() if part.lower() in url.lower()), "")


def arche(one: Licence) -> str:
    """The concept of ARCHE's vocabulary of licences, or the licence's own address."""
    concept = one.spdx.lower().replace(".", "-")
    return _ARCHE + concept if concept in _IN_ARCHE else one.url
