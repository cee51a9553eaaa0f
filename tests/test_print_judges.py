"""veraPDF, an independent judge of PDF/A and PDF/UA, on the sample edition; and the memory that a large volume takes."""

import dataclasses
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_print import made
from tests.test_print_text import SAMPLE, documents

JUDGE = """
import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class Judge {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 0; i < arguments.length; i += 2) {
            PDFAFlavour flavour = PDFAFlavour.fromString(arguments[i + 1]);
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(arguments[i]), flavour)) {
                var result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
                System.out.println(arguments[i] + " " + arguments[i + 1] + " " + result.isCompliant());
                for (TestAssertion assertion : result.getTestAssertions()) {
                    System.out.println("  " + assertion.getRuleId() + ": " + assertion.getMessage());
                }
            }
        }
    }
}
"""


@pytest.mark.judge
def test_pdf_a_3a_and_pdf_ua_1(tmp_path: Path) -> None:
    """The volume of the sample edition; and with all readings, the other placements and a document by itself."""
    classpath = os.environ.get("ENCODER_TEST_VERAPDF")
    if not classpath or shutil.which("java") is None:
        pytest.skip("veraPDF is not here (.ci/judges/verapdf.sh)")
    pdfs = {"volume": made(documents(), SAMPLE)[0].data}
    for notes in ("levels", "end"):
        chosen = dataclasses.replace(SAMPLE, house="critical", print={"notes": notes, "documents": True})
        pdfs[f"{notes}-volume"], pdfs[f"{notes}-single"] = (
            file.data for file in made(documents()[-1:], chosen)
        )
    for name, pdf in pdfs.items():
        (tmp_path / name).write_bytes(pdf)
    (tmp_path / "Judge.java").write_text(JUDGE, encoding="utf-8")
    wanted = [(name, flavour) for name in pdfs for flavour in ("3a", "ua1")]
    command = [
        "java",
        "-cp",
        classpath,
        "Judge.java",
        *(word for pair in wanted for word in pair),
        "end-single",
        "2a",
    ]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    for name, flavour in wanted:
        assert f"{name} {flavour} true" in said, said
    assert "end-single 2a false" in said, said  # the judge can say no


@pytest.mark.judge
def test_a_volume_of_a_thousand_pages_fits_into_memory() -> None:
    """From what each page takes more, measured in processes of their own (tests/bench/print.py): 2.5 GB at most."""
    small, large = (measured(number) for number in (15, 60))
    each = (large["megabytes"] - small["megabytes"]) / (large["pages"] - small["pages"])
    assert small["megabytes"] + each * (1000 - small["pages"]) < 2500


def measured(number: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.print", str(number), "--child", "typst"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(run.stdout)
    return told
