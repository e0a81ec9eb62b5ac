"""The expressions of editors that cannot be run here, tried on what disclint prints."""

import json
import re
from pathlib import Path
from textwrap import dedent
from typing import Any

from tests.editors.draft import assert_stands, write_draft
from tests.editors.programs import call, file_of, need

MATCH = dedent(r"""
    const [expression, printed, report] = JSON.parse(process.argv[1]);
    const lines = require("fs").readFileSync(report, "utf8").split("\n");
    const found = printed.trimEnd().split("\n").map((line) => line.match(new RegExp(expression)));
    const seen = (line, column) => lines[line - 1].slice(column - 1);
    const places = found.map((one) => [one[1], +one[2], seen(one[2], one[3]), one[5]]);
    console.log(JSON.stringify(places));
    """)
"""What applies an expression to lines, as VS Code does, with strings that count in UTF-16."""

JETBRAINS = {
    "$FILE_PATH$": r"(^|[\W])(?P<file>(?:[A-Za-z]:|/)[0-9 a-z_A-Z\-\\./]+)",
    "$LINE$": "(?P<line>[0-9]+)",
    "$COLUMN$": "(?P<column>[0-9]+)",
}
"""What the platform puts for each name in a filter (its class RegexpFilter, of 2023)."""


def task() -> Any:  # noqa: ANN401 - JSON
    (only,) = json.loads(file_of(".vscode/tasks.json"))["tasks"]
    return only


def test_the_task_of_vs_code_leads_to_each_slip(tmp_path: Path) -> None:
    node = need("node", "nodejs")
    report = write_draft(tmp_path)
    arguments = [one.replace("${file}", str(report)) for one in task()["args"]]
    printed = call(
        task()["command"], *arguments, cwd=tmp_path, statuses=[1], **task()["options"]["env"]
    )
    pattern = task()["problemMatcher"]["pattern"]
    given = json.dumps([pattern["regexp"], printed, str(report)])
    places = json.loads(call(node, "-e", MATCH, given, cwd=tmp_path))
    groups = [pattern[name] for name in ("file", "line", "column", "code", "message")]
    assert groups == [1, 2, 3, 4, 5]
    assert {path for path, *_ in places} == {str(report)}
    assert_stands([(line, text) for _, line, text, _ in places])
    assert places[0][3].startswith('"XX件" ')


def test_a_path_of_windows_is_no_hindrance() -> None:
    for pattern in (task()["problemMatcher"]["pattern"]["regexp"], sublime()["file_regex"]):
        found = re.match(pattern, r"D:\青禾县 报告\a:1.txt:7:10: DIS110 seen at 3:4: there")
        assert found
        assert found.groups()[:3] == (r"D:\青禾县 报告\a:1.txt", "7", "10")


def sublime() -> Any:  # noqa: ANN401 - JSON
    return json.loads(file_of("disclint.sublime-build"))


def test_the_build_of_sublime_text_leads_to_each_slip(tmp_path: Path) -> None:
    report = write_draft(tmp_path)
    command = [one.replace("$file", str(report)) for one in sublime()["cmd"]]
    printed = call(*command, cwd=tmp_path, statuses=[1], **sublime()["env"])
    lines = report.read_text(encoding="utf-8").split("\n")
    places = re.findall(sublime()["file_regex"], printed, re.MULTILINE)
    assert {path for path, *_ in places} == {str(report)}
    assert_stands(
        [(int(line), lines[int(line) - 1][int(column) - 1 :]) for _, line, column, _ in places]
    )


def linked(report: Path) -> list[tuple[str, int, str]]:
    """Return what the filter of JetBrains finds: path, line, text from there on."""
    arguments = file_of("jetbrains-arguments").replace('"$FilePath$"', "FILE").split()
    command = [str(report) if one == "FILE" else one for one in arguments]
    printed = call("disclint", *command, cwd=report.parent, statuses=[1])
    expression = file_of("jetbrains-output-filter").rstrip("\n")
    for macro, meaning in JETBRAINS.items():
        expression = expression.replace(macro, meaning)
    lines = [text.encode("utf-16-le") for text in report.read_text(encoding="utf-8").split("\n")]
    return [
        (one["file"], line, lines[line - 1][2 * int(one["column"]) - 2 :].decode("utf-16-le"))
        for one in re.finditer(expression, printed, re.MULTILINE)
        for line in [int(one["line"])]
    ]


def test_the_filter_of_jetbrains_leads_to_each_slip_of_a_path_in_latin(tmp_path: Path) -> None:
    report = write_draft(tmp_path).rename(tmp_path / "report 2020.txt")
    assert {path for path, *_ in linked(report)} == {str(report)}
    assert_stands([(line, text) for _, line, text in linked(report)])


def test_the_filter_of_jetbrains_makes_no_link_of_a_path_in_chinese(tmp_path: Path) -> None:
    assert not linked(write_draft(tmp_path))
