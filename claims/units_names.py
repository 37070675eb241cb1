"""Names of units that CLDR leaves out but that its other names tell: a gigawatt-hour by kilowatt and kilowatt-hour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

__all__ = ["watt_hours"]

_HOUR, _KILO = "energy-kilowatt-hour", "power-kilowatt"
_SIGN = 3
"""Letters of kWh, which has larger ones of its own."""
_LARGER = {
    "power-megawatt": "energy-megawatt-hour",
    "power-gigawatt": "energy-gigawatt-hour",
    "power-terawatt": "energy-terawatt-hour",
}


def watt_hours(units: Mapping[str, str]) -> dict[str, str]:
    """Name -> unit of megawatt-hours and larger ones, from the ``units`` of a language: where "kilowatt" is "gigawatt",
    "Kilowattstunden" are "Gigawattstunden"."""
    hours = [name for name, unit in units.items() if unit == _HOUR and not (name.isascii() and len(name) <= _SIGN)]
    found: dict[str, str] = {}
    for power, energy in _LARGER.items():
        for small, large in _prefixes(units, power):
            found |= {large + name[len(small) :]: energy for name in hours if name.startswith(small)}
    return {name: unit for name, unit in found.items() if name not in units}


def _prefixes(units: Mapping[str, str], power: str) -> Iterator[tuple[str, str]]:
    """What stands for "kilo" and for the larger prefix, where two names of power end alike."""
    for small in (name for name, unit in units.items() if unit == _KILO):
        for large in (name for name, unit in units.items() if unit == power):
            alike = _alike_at_end(small, large)
            if 0 < alike < min(len(small), len(large)) and small[:-alike].islower() == large[:-alike].islower():
                yield small[:-alike], large[:-alike]


def _alike_at_end(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return length
