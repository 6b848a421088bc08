from datetime import datetime, timedelta, timezone

import pytest

from panoptes_utils.sky import Site, Target, altitude, sidereal_angle

MAUNA_LOA = Site(latitude=19.54, longitude=-155.58)
TIME = datetime(2024, 2, 3, 4, 5, 6, tzinfo=timezone.utc)


def test_sidereal_angle_of_a_printed_example():
    """Meeus, example 12.b: 1987 April 10, 19:21:00 UT at Greenwich."""
    assert sidereal_angle(datetime(1987, 4, 10, 19, 21, tzinfo=timezone.utc), 0) == pytest.approx(128.7378734, abs=1e-5)


def test_the_pole_stands_as_high_as_the_latitude():
    times = [TIME + timedelta(hours=hour) for hour in range(24)]
    assert altitude(Target(0, 90), MAUNA_LOA, times) == pytest.approx([19.54] * 24)


def test_a_target_on_the_meridian():
    target = Target(sidereal_angle(TIME, MAUNA_LOA.longitude), 0)
    assert altitude(target, MAUNA_LOA, [TIME]) == pytest.approx([90 - 19.54])
