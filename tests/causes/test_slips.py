from decimal import Decimal

import pytest

from disclint.causes.slips import Slip, find_slip


@pytest.mark.parametrize(
    ("written", "right", "slip"),
    [
        (0, 11, Slip.LEFT_AT_ZERO),
        (31, 13, Slip.SWAPPED_DIGITS),
        (1243, 1234, Slip.SWAPPED_DIGITS),
        (3421, 1234, None),
        (321, 123, None),
        (12, 123, Slip.LOST_DIGIT),
        (13, 123, Slip.LOST_DIGIT),
        (1, 123, None),
        (1223, 123, Slip.DOUBLED_DIGIT),
        (1243, 123, None),
        (17, 18, None),
        (18, 18, None),
    ],
)
def test_a_slip_is_known_by_how_the_digits_differ(
    written: int, right: int, slip: Slip | None
) -> None:
    assert find_slip(Decimal(written), Decimal(right)) is slip
