"""Values as JSON, and back."""

import json
from decimal import Decimal
from enum import StrEnum

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from disclint.caching.packing import MisfitError, Packing, numbered


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@frozen
class Leaf:
    name: str
    size: Decimal | None
    colour: Colour = Colour.RED


@frozen(kw_only=True)
class Branch:
    leaves: tuple[Leaf, ...]
    place: tuple[int, int]
    _marks: frozenset[str] = frozenset()
    is_dry: bool = False


numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9)
leaves = st.builds(Leaf, st.text(), st.none() | numbers, st.sampled_from(Colour))
branches = st.builds(
    Branch,
    leaves=st.lists(leaves, max_size=3).map(tuple),
    place=st.tuples(st.integers(), st.integers()),
    marks=st.frozensets(st.text(max_size=3), max_size=3),
    is_dry=st.booleans(),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner),
)


@given(branches)
def test_what_is_packed_comes_back_as_it_was(branch: Branch) -> None:
    write, read = Packing({}).of(Branch)
    assert read(json.loads(json.dumps(write(branch)))) == branch


@given(json_values)
def test_whatever_else_stands_there_is_refused(packed: object) -> None:
    _, read = Packing({}).of(Branch)
    with pytest.raises(MisfitError):
        read(packed)


@pytest.mark.parametrize(
    "packed",
    [
        [[], [1, True], [], False],
        [[], [1, 2.0], [], False],
        [[], [1, 2], [], 0],
        [[], [1], [], False],
        [[["a", "1e99999", "red"]], [1, 2], [], False],
        [[["a", "NaN", "red"]], [1, 2], [], False],
        [[["a", "x", "red"]], [1, 2], [], False],
        [[["a", 1, "red"]], [1, 2], [], False],
        [[["a", None, "green"]], [1, 2], [], False],
        [[["a", None, []]], [1, 2], [], False],
        [[["a", None]], [1, 2], [], False],
    ],
)
def test_what_is_nearly_of_the_type_is_refused_as_well(packed: object) -> None:
    _, read = Packing({}).of(Branch)
    with pytest.raises(MisfitError):
        read(packed)


@pytest.mark.parametrize("packed", [-1, 2, True, "0", None, 0.0])
def test_what_is_there_already_is_told_by_its_number_and_nothing_else(packed: object) -> None:
    known = [Leaf("a", None), Leaf("b", None)]
    write, read = Packing({Leaf: numbered(known)}).of(Leaf)
    assert read(write(known[1])) is known[1]
    with pytest.raises(MisfitError):
        read(packed)
