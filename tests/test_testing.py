"""What authors of plugins and packs are given to test their rules."""

import sys
from pathlib import Path

import pytest

from disclint.errors import PackError, UsageError
from disclint.testing import lint, linter_for, places
from tests.catalog.packs import RULE, write_files
from tests.installing import call
from tests.plugging import install, put

PRAISE = "一、总体情况\n领导高度重视。\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_files(tmp_path / "pack", {"DIS901-empty-praise.yaml": RULE})


def test_a_rule_is_found_at_its_places_and_not_elsewhere(pack: Path) -> None:
    assert places("DIS901", PRAISE, pack=pack) == ["2:3"]
    assert places("empty-praise", PRAISE, pack=pack) == ["2:3"]
    assert places("DIS901", "一、总体情况\n收到申请3件。\n", pack=pack) == []


def test_rules_that_come_with_disclint_are_there_without_a_pack() -> None:
    assert places("DIS003", "通知\n") == ["1:1"]


def test_other_rules_say_nothing(pack: Path) -> None:
    assert places("DIS901", "通知\n", pack=pack) == []


def test_other_reports_and_a_configuration_may_be_given() -> None:
    rule = linter_for().catalog.find("DIS606")
    assert rule
    assert places("DIS606", rule.bad.text, others=[rule.bad.before]) != []
    assert places("DIS606", rule.bad.text) == []
    assert places("DIS003", "通知\n", config="jump-factor = 9\n") == ["1:1"]


def test_a_rule_that_there_is_not_is_told() -> None:
    with pytest.raises(UsageError, match="no such rule: DIS999"):
        places("DIS999", PRAISE)


def test_a_pack_with_a_mistake_is_told_with_its_place(pack: Path) -> None:
    write_files(pack, {"DIS901-empty-praise.yaml": RULE.replace("name:", "nam:")})
    with pytest.raises(PackError, match=r"empty-praise\.yaml:2:1: unknown key `nam`"):
        places("DIS901", PRAISE, pack=pack)


def test_a_check_that_raises_fails_the_test_and_does_not_count_as_silence(tmp_path: Path) -> None:
    module = install(tmp_path, "SGJ")
    source = (tmp_path / module / "__init__.py").read_text(encoding="utf-8")
    put(
        tmp_path, {f"{module}/__init__.py": source.replace("yield Finding", "1 / 0; yield Finding")}
    )
    script = (
        "from disclint.testing import CheckError, places\n"
        "try:\n    places('SGJ101', '通知')\nexcept CheckError as error:\n    print(error)\n"
    )
    put(tmp_path, {"try_it.py": script})
    done = call(sys.executable, "try_it.py", cwd=tmp_path).stdout
    assert "SGJ101" in done
    assert "ZeroDivisionError" in done


def test_everything_in_a_file_is_found_by_the_reader_for_its_name(pack: Path) -> None:
    page = "<h1>一、总体情况</h1><p>领导高度重视。</p>".encode()
    assert [one.code for one in lint(page, "report.html", pack=pack)] == ["DIS003", "DIS901"]
    assert [one.code for one in lint("通知\n")] == ["DIS003"]
    assert [one.code for one in lint(b"%PDF-", "report.pdf")] == ["DIS001"]
