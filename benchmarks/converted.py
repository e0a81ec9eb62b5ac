"""Reports that real converters have made PDF, and text out of PDF: which figures are read.

`python -m benchmarks.converted` prints the table that stands in docs/accuracy.md. It needs
LibreOffice (`soffice`) and poppler (`pdftotext`).
"""

import argparse
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from attrs import frozen

from benchmarks.figures import EDITIONS, Figures, valid_figures
from disclint.forms import Form
from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.records import figure_records
from disclint.source import Source
from tests.boxes import report_pieces
from tests.pages import page_of

STYLES = {size: f"td {{ font-size: {size}pt }}" for size in (6, 8, 10, 14)}


@frozen
class Bench:
    """A linter, its forms, and a folder for what converters write."""

    linter: Linter
    forms: dict[str, Form]
    folder: Path

    def files(self, page: str, name: str) -> Iterator[tuple[str, Path]]:
        """Yield what is made of a web page, each kind with its file."""
        path = self.folder / f"{name}.html"
        path.write_text(page, encoding="utf-8")
        self._run(
            *("soffice", f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"),
            *("--headless", "--infilter=HTML (StarWriter)", "--convert-to"),
            *("pdf:writer_pdf_Export", "--outdir", str(self.folder), str(path)),
        )
        pdf = path.with_suffix(".pdf")
        yield "PDF", pdf
        for kind, options in {"pdftotext -layout": ["-layout"], "pdftotext": []}.items():
            text = path.with_suffix(f".{len(options)}.txt")
            self._run("pdftotext", *options, str(pdf), str(text))
            yield kind, text

    def read(self, path: Path, figures: Figures) -> Counter[str]:
        """Return how many figures are `read` and `wrong`, and how many `findings` there are."""
        source = self.linter.open(str(path))
        if not isinstance(source, Source):
            return Counter(findings=1)
        found: Counter[str] = Counter()
        for one in figure_records(source, self.linter.bind(source)):
            if one.state in {"figure", "recovered"}:
                written = figures[f"{one.form}.{one.row_id}.{one.column_id}"]
                found["read" if one.text.replace(" ", "") == written else "wrong"] += 1
        unread = {"DIS003", "DIS005", "DIS104"}  # what says that something was not read is true
        found["findings"] += sum(said.code not in unread for said in self.linter.lint(source))
        return found

    def _run(self, *command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603


def main() -> None:
    """Print a line a kind of file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--zeros", type=float, default=0.85, help="share of the counts that are 0")
    options = parser.parse_args()
    linter = Linter(Plugins.load())
    tallies: dict[str, Counter[str]] = {}
    with TemporaryDirectory() as folder:
        bench = Bench(linter, {form.id: form for form in linter.catalog.forms}, Path(folder))
        for border in (1, 0):
            chance = Random(options.seed)
            for size, style in STYLES.items():
                for year, names in EDITIONS.items():
                    forms = [bench.forms[name] for name in names]
                    figures = valid_figures(chance, forms, zeros=options.zeros)
                    pieces = report_pieces(forms, lambda slot: figures[slot.id], year)  # noqa: B023
                    page = page_of(pieces, style, border)
                    for kind, path in bench.files(page, f"{border}-{size}-{year}"):
                        key = f"{kind}, tables {'with' if border else 'without'} rules"
                        tally = tallies.setdefault(key, Counter())
                        tally += bench.read(path, figures)
                        tally["all"] += len(figures)
    print("| text from | figures | read | read wrong | false findings |")
    print("|---|---:|---:|---:|---:|")
    for key, tally in tallies.items():
        print(
            f"| {key} | {tally['all']} | {tally['read'] / tally['all']:.1%} "
            f"| {tally['wrong']} | {tally['findings']} |"
        )


if __name__ == "__main__":
    main()
