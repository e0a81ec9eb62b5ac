"""Files with awkward names, in every format, by the program run as its users run it."""

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from disclint.reporting.escaping import printable
from disclint.reporting.markup import legal
from tests.cli.running import run
from tests.reporters.backs import READERS, read_xml

TEXT = "一、总体情况\n共办理__件。\n"
CODE = "DIS706"
AWKWARD = (
    "a b.txt",
    "100%, a: b;c.txt",
    "%25 %2C.txt",
    "<&'\"]]>.txt",
    "new\nline\rtab\t.txt",
    "\x01\x1b[2J\x85\u2028\u202e\ufffe.txt",
    "undecodable \udcff\udc80.txt",
    "{0} [a](b) {{}}.txt",
    "\\u9752 \\(a\\).txt",
    "青禾县\U00020bb7😀.txt",
    "::error::x.txt",
    "#a?b=c.txt",
    "-rf.txt",
)
"""Names that files may have."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names that others do not take")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a report under each awkward name."""
    path = tmp_path_factory.mktemp("awkward")
    for name in AWKWARD:
        (path / name).write_text(TEXT, encoding="utf-8")
    return path


def shown(form: str, encoding: str, name: str) -> str:
    """Return how a name comes back from a format: whole, where the format can hold it."""
    match form:
        case "sarif":
            return name
        case "text" | "full" | "grouped":
            return printable(name).encode(encoding, "backslashreplace").decode()
        case "github":
            return name.encode("utf-8", "backslashreplace").decode()
        case "junit" | "checkstyle":
            return legal(name)
        case _:
            return re.sub("[\ud800-\udfff]", "\ufffd", name)


def paths(form: str, text: str, folder: Path) -> Iterator[str]:
    """Read back the names: of SARIF byte by byte, of rdjson without a look at the files."""
    if form == "sarif":
        for uri in re.findall(r'"uri": "([^"]*)"', text):
            yield os.fsdecode(unquote_to_bytes(uri))
    elif form == "rdjson":
        yield from (one["location"]["path"] for one in json.loads(text)["diagnostics"])
    elif form == "junit":
        yield from (case.get("classname", "") for case in read_xml(text).iter("testcase"))
    else:
        yield from (back.path.removeprefix("./") for back in READERS[form](text, folder))


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_every_format_names_every_file(form: str, encoding: str, folder: Path) -> None:
    arguments = ["--lang", "en", "--select", CODE, "--output-format", form]
    done = run(*arguments, ".", cwd=folder, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.status, done.err) == (1, "")
    found = list(paths(form, done.out, folder))
    assert sorted(found) == sorted(shown(form, encoding, name) for name in AWKWARD)
