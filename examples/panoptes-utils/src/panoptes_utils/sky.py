"""Where things stand in the sky. Angles are degrees, times are UTC."""

from dataclasses import dataclass
from datetime import datetime, timezone

import numpy as np

J2000 = datetime(2000, 1, 1, 12, tzinfo=timezone.utc)


@dataclass(frozen=True)
class Site:
    latitude: float
    longitude: float  # east is positive


@dataclass(frozen=True)
class Target:
    right_ascension: float
    declination: float


def sidereal_angle(time: datetime, longitude: float) -> float:
    """Local mean sidereal time as an angle; good to a tenth of an arc second per century (Meeus, Astronomical Algorithms, 12.4)."""
    days = (time - J2000).total_seconds() / 86_400
    centuries = days / 36_525
    greenwich = 280.46061837 + 360.98564736629 * days + 0.000387933 * centuries**2
    return float((greenwich + longitude) % 360)


def altitude(target: Target, site: Site, times: list[datetime]) -> np.ndarray:
    """The target's altitude above the site's horizon at each time, without refraction."""
    hour_angles = np.radians([sidereal_angle(time, site.longitude) - target.right_ascension for time in times])
    latitude, declination = np.radians([site.latitude, target.declination])
    sines = np.sin(latitude) * np.sin(declination) + np.cos(latitude) * np.cos(declination) * np.cos(hour_angles)
    return np.degrees(np.arcsin(np.clip(sines, -1, 1)))
