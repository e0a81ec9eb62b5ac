"""Whose figures a clause gives."""

import pytest

from disclint.binding.bound import Identity
from disclint.binding.identity import kind_of
from disclint.statements.whose import Whose, names_of


def whose(body: str) -> Whose:
    return Whose(
        Identity(title="", title_lines=(), body=body, year=2023, level=None, kind=kind_of(body))
    )


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("青禾县林业局", ("青禾县林业局", "县林业局")),
        ("江岚省统计局", ("江岚省统计局", "省统计局")),
        ("青禾县", ("青禾县",)),
        ("", ()),
    ],
)
def test_a_department_goes_by_its_name_without_the_region(
    body: str, names: tuple[str, ...]
) -> None:
    assert names_of(body) == names


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("青禾县", "青禾县人民政府"),
        ("云岭市青禾县人民政府", "青禾县人民政府"),
        ("县发改局", "青禾县发展和改革局"),
        ("高新区管委会", "云岭高新技术产业开发区管理委员会"),
        ("街道", "南桥街道办事处"),
    ],
)
def test_a_name_may_be_shortened_by_leaving_letters_out(words: str, body: str) -> None:
    assert whose(body).is_own(words)


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("县公安局", "青禾县林业局"),
        ("邻县林业局", "青禾县林业局"),
        ("青禾县", "青禾县林业局"),
        ("局", "青禾县林业局"),
        ("市局", "云岭市公安局青禾分局"),
        ("县林业局", ""),
    ],
)
def test_another_name_is_anothers(words: str, body: str) -> None:
    assert not whose(body).is_own(words)
