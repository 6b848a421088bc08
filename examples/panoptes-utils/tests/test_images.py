import numpy as np
import pytest

from panoptes_utils.images import background, saturated

SKY = np.random.default_rng(seed=1).normal(loc=2048, scale=12, size=(64, 64))


def test_stars_are_no_background():
    frame = SKY.copy()
    frame[::16, ::16] = 2**14 - 1
    found = background(frame)
    assert found.level == pytest.approx(2048, abs=1)
    assert found.noise == pytest.approx(12, rel=0.1)
    assert saturated(frame) == pytest.approx(1 / 256)


def test_dead_pixels_are_left_out():
    frame = SKY.copy()
    frame[0] = np.nan
    assert background(frame).level == pytest.approx(2048, abs=1)
