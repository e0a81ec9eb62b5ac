"""The guides in the documentation, followed to the letter."""

import os
import sys
from pathlib import Path

import pytest

from disclint.catalog.fitness import options_of
from disclint.linter import Linter
from tests.guides import Step, follow, steps_of

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize(
    "name",
    ["fixing.md", "output.md", "suppressing.md", "writing-a-rule.md", "writing-a-plugin.md"],
)
def test_what_a_guide_says_happens(name: str, wheel: Path, tmp_path: Path) -> None:
    steps = list(steps_of((DOCS / name).read_text(encoding="utf-8")))
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "PIP_FIND_LINKS": str(wheel.parent)}
    environment |= {"LC_ALL": "C.UTF-8", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    printed = follow(steps, tmp_path, environment)
    assert any(step.printed for step in steps)
    for step, found in zip(steps, printed, strict=True):
        if step.printed is not None:
            assert found == step.printed, step.script


def test_the_table_of_the_kinds_of_check_is_in_step(
    linter: Linter, pytestconfig: pytest.Config
) -> None:
    lines = ["| check | looks for | `with` |", "|---|---|---|"]
    for name, kind in sorted(linter.plugins.checks.items()):
        (first, *_) = (kind.__doc__ or "").splitlines()
        options = (f"*{one}*" if must else one for one, must in options_of(kind).items())
        lines.append(f"| `{name}` | {first} | {', '.join(options)} |")
    path = DOCS / "writing-a-rule.md"
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition("<!-- kinds of check -->\n")
    after = rest[rest.index("<!-- end -->") :]
    wanted = f"{before}<!-- kinds of check -->\n" + "\n".join(lines) + f"\n{after}"
    if pytestconfig.getoption("--rewrite-goldens"):
        path.write_text(wanted, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == wanted


def test_a_step_that_fails_is_told(tmp_path: Path) -> None:
    steps = list(
        steps_of("```sh\necho before\nfalse\n```\n\n```console\n$ echo after\nafter\n```\n")
    )
    with pytest.raises(AssertionError, match="ended with status 1 at\nbefore"):
        follow(steps, tmp_path, dict(os.environ))


def test_a_block_that_nobody_could_follow_is_refused() -> None:
    with pytest.raises(ValueError, match="a block in python without a title"):
        list(steps_of("```python\nimport disclint\n```\n"))


def test_files_and_commands_are_steps() -> None:
    guide = '```text title="a/b.txt"\nx\n```\n\n```console\n$ cat a/b.txt\nx\n$ true\n```\n'
    file, *commands = steps_of(guide)
    assert "cat > 'a/b.txt'" in file.script
    assert commands == [Step("cat a/b.txt", "x\n"), Step("true", "")]
