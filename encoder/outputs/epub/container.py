"""Files as one EPUB container: a ZIP archive whose first file says what it is.

Source: EPUB 3.3, 4 (Open Container Format), https://www.w3.org/TR/epub-33/#sec-ocf
"""

import datetime
import io
import zipfile
from collections.abc import Iterable

from encoder.model import OutputFile

MIMETYPE = "application/epub+zip"
ROOT = "EPUB"  # the folder of the publication
_CONTAINER = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="{ROOT}/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""


def packed(files: Iterable[OutputFile], date: datetime.date) -> bytes:
    """The same files give the same bytes.

    :param files: the files of the publication, package.opf among them; they are taken one after the other.
    :param date: what the archive says of the time of each file; ZIP knows none before 1980.
    """
    stamp = max((date.year, date.month, date.day), (1980, 1, 1))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:

        def add(path: str, data: bytes, method: int) -> None:
            entry = zipfile.ZipInfo(path, (*stamp, 0, 0, 0))
            entry.compress_type = method
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, compresslevel=9)

        add("mimetype", MIMETYPE.encode(), zipfile.ZIP_STORED)
        add("META-INF/container.xml", _CONTAINER.encode(), zipfile.ZIP_DEFLATED)
        for file in files:
            add(f"{ROOT}/{file.path}", file.data, zipfile.ZIP_DEFLATED)
    return held.getvalue()
