"""The parts of a report by id and by name."""

import pytest

from disclint.catalog import Catalog
from disclint.diagnostics import SubjectKind
from disclint.errors import ConfigError
from disclint.forms import Form, Slot
from disclint.suppressions import Targets


def find(catalog: Catalog, kind: SubjectKind, name: str) -> set[str]:
    outline = [section for genre in catalog.genres for section in genre.outline]
    return set(Targets(catalog.forms, outline).find(kind, name, "x.toml: suppressions[1]"))


def test_every_figure_is_found_by_its_id_and_by_each_of_its_names(
    catalog: Catalog, forms: dict[str, Form]
) -> None:
    form = forms["active-2021"]
    for block in form.blocks:
        for row in block.rows:
            for column in block.columns:
                slot = Slot(form, block, row, column)
                for name in (slot.id, slot.name.zh, slot.name.en, slot.name.zh.replace(" ", "")):
                    assert slot.id in find(catalog, SubjectKind.FIGURE, name)


def test_a_name_that_both_editions_have_is_of_both(catalog: Catalog) -> None:
    assert find(catalog, SubjectKind.TABLE, "表三") == {"requests-2019", "requests-2021"}
    assert find(catalog, SubjectKind.TABLE, "requests-2021") == {"requests-2021"}


def test_a_row_is_found_by_its_name(catalog: Catalog) -> None:
    found = find(catalog, SubjectKind.ROW, "表二 · 第二十条第（一）项 · 规章")
    assert found == {"active-2019.rules", "active-2021.rules"} or len(found) == 2


@pytest.mark.parametrize("name", ["三", "三、", "收到和处理政府信息公开申请情况"])
def test_a_section_has_its_table_in_it(name: str, catalog: Catalog) -> None:
    assert find(catalog, SubjectKind.SECTION, name) == {"三", "requests-2019", "requests-2021"}


def test_a_section_without_a_table_is_itself_alone(catalog: Catalog) -> None:
    assert find(catalog, SubjectKind.SECTION, "一") == {"一"}


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        (SubjectKind.FIGURE, "requests-2021.recieved.total", "`requests-2021.received.total`?"),
        (SubjectKind.TABLE, "requests-2012", "did you mean `requests-2021`?"),
        (SubjectKind.SECTION, "九", "no such section: `九`"),
        (SubjectKind.ROW, "requests-2021.received.total", "no such row"),
    ],
)
def test_a_name_of_nothing_is_refused(
    kind: SubjectKind, name: str, said: str, catalog: Catalog
) -> None:
    with pytest.raises(ConfigError) as caught:
        find(catalog, kind, name)
    assert said in str(caught.value)
    assert str(caught.value).startswith("x.toml: suppressions[1]: ")
