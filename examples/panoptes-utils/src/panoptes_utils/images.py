"""What a camera's frame says."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Background:
    level: float
    noise: float


def background(frame: np.ndarray, sigma: float = 3.0, rounds: int = 5) -> Background:
    """The sky between the stars: mean and deviation of the pixels that are left once those further off than `sigma` are clipped."""
    pixels = frame[np.isfinite(frame)].astype(float)
    for _ in range(rounds):
        kept = pixels[np.abs(pixels - np.median(pixels)) <= sigma * pixels.std()]
        if kept.size == pixels.size:
            break
        pixels = kept
    return Background(level=float(pixels.mean()), noise=float(pixels.std()))


def saturated(frame: np.ndarray, bits: int = 14) -> float:
    """The share of pixels at the camera's limit."""
    return float(np.mean(frame >= 2**bits - 1))
