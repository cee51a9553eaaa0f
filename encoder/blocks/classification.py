"""Security class and precedence: `Top Secret`, `Extra Rush, Early Delivery`, `Priority: Urgent`."""

import re

from encoder.blocks.place import Place
from encoder.model import Block

_SECRECY = re.compile(
    r"(?i)^[(“\"]?(?:classification:\s*|copy\s+no\.?\s*\d+\W+)?(?:(?:top|strictly|most|absolutely|highly|cosmic|state|nato)\s+)?"
    r"(?:secret|confidential|classified|restricted|unclassified|declassified|of\s+(?:special|particular)\s+importance|"
    r"for\s+official\s+use\s+only|(?:for\s+)?reserved|internal(?:\s+(?:use|reference|circulation))?(?:\s+only)?|(?:for\s+)?eyes\s+only|"
    r"special\s+(?:folder|file)|personal(?:\s+and\s+(?:secret|confidential))?|"
    r"streng\s+geheim|geheim|vertraulich|nur\s+für\s+den\s+dienstgebrauch|très\s+secret|sovershenno\s+sekretno|sekretno|"
    r"совершенно\s+секретно|секретно|szigorúan\s+titkos|titkos|strict\s+secret)"
    r"(?:[,;./–—-]?\s*(?:\(?[\w ]{1,24}\)?))?[.!)”\"]*$"
)
_PRECEDENCE = re.compile(
    r"(?i)\b(?:urgent|(?:extra|additional|top|special)\s+(?:rush|urgent)|rush|priority|immediate(?:ly)?|flash|express|"
    r"early\s+delivery|routine|out\s+of\s+turn|vne\s+ocheredi|deferred|operational\s+immediate|citissime|dringend|eilt|sofort|niact)\b"
)

FRAME, WORDS = True, 9


def claim(place: Place) -> tuple[Block, ...] | None:
    if _SECRECY.match(place.plain):
        return (place.block("classification"),)
    if _PRECEDENCE.search(place.plain) and not re.search(r"[.;]\s|\.$", place.plain):
        return (place.block("precedence"),)
    return None
