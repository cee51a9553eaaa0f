"""The book of 10, 100 and 300 documents: pages a second, peak memory, growth; beside WeasyPrint where it is installed.

    python -m tests.bench.print [NUMBER …] [--notes foot|levels|end]

Each book is made in a process of its own, whose CPU time and peak memory are told. Every document is another (Typst
keeps what it has laid out), with some 900 words and 18 notes, so that 300 of them are about 1,000 pages. WeasyPrint
sets the same text from plain HTML, without tags, line numbers, registers or attachments.
"""

import argparse
import dataclasses
import itertools
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

import pypdfium2

from encoder.model import OutputFile, TeiFile
from encoder.outputs import print as print_edition
from tests.test_print import EDITION, document

WORDS = (
    "the ministry of foreign affairs received telegram on border crossings and replied that both sides agree to take "
    "measures according with the protocol since last year many residents have gone into districts under its control"
).split()


def paragraph(number: int, place: int) -> str:
    """Some 70 words, in another order in each document, with a note of either kind now and then."""
    pick = itertools.cycle(
        WORDS[(number * 7 + place * 3) % len(WORDS) :] + WORDS[: (number + place) % len(WORDS)]
    )
    text = " ".join(itertools.islice(pick, 68)).capitalize()
    note = f"<note type='editorial'>Document {number}, remark {place}: the archive has another copy.</note>"
    look = f"<hi rend='underline' xml:id='h{place}'>send them back</hi><note type='rendition' target='#h{place}'>underlined</note>"
    name = f"<persName ref='../registers/persons.xml#p{number % 50}'>Comrade {number % 50}</persName>"
    return f"<p>{name} {text}{note} and <supplied>North</supplied> {look if place % 2 else ''} so on.</p>"


def documents(number: int) -> Iterator[TeiFile]:
    for n in range(1, number + 1):
        yield document("".join(paragraph(n, place) for place in range(12)), f"document-{n}")


def measured(number: int, notes: str) -> dict[str, float]:
    """In this process: entries, then the volume."""
    edition = dataclasses.replace(EDITION, print={"documents": False, "notes": notes})
    before = time.process_time()
    pdf = next(
        made
        for made in print_edition.OUTPUT.made(edition, list(documents(number)))
        if isinstance(made, OutputFile)
    )
    return told(time.process_time() - before, pdf.data)


def weasyprint(number: int) -> dict[str, float]:
    import weasyprint  # type: ignore[import-not-found]

    css = "@page { size: A5; margin: 20mm } note { float: footnote } p { text-align: justify; hyphens: auto }"
    body = "".join(
        one.xml[one.xml.index("<body>") : one.xml.index("</body>")].replace("<body>", "<hr>")
        for one in documents(number)
    )
    before = time.process_time()
    pdf = weasyprint.HTML(string=f"<html lang=en><style>{css}</style>{body}").write_pdf()
    return told(time.process_time() - before, pdf)


def told(seconds: float, pdf: bytes) -> dict[str, float]:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "pages": len(pypdfium2.PdfDocument(pdf)), "megabytes": peak}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("numbers", nargs="*", type=int, default=[10, 100, 300])
    parser.add_argument("--notes", default="foot")
    parser.add_argument("--child", choices=["typst", "weasyprint"])
    chosen = parser.parse_args()
    if chosen.child:
        (number,) = chosen.numbers
        print(
            json.dumps(weasyprint(number) if chosen.child == "weasyprint" else measured(number, chosen.notes))
        )
        return
    for number, child in itertools.product(chosen.numbers, ("typst", "weasyprint")):
        command = [
            sys.executable,
            "-m",
            "tests.bench.print",
            str(number),
            "--notes",
            chosen.notes,
            "--child",
            child,
        ]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode:
            print(f"{child:10} {number:4} documents: {run.stderr.strip().splitlines()[-1]}")
            continue
        result = json.loads(run.stdout)
        print(
            f"{child:10} {number:4} documents: {result['pages']:5.0f} pages {result['seconds']:7.2f} s "
            f"{result['pages'] / result['seconds']:6.1f} pages/s {result['megabytes']:6.0f} MB"
        )


if __name__ == "__main__":
    main()
