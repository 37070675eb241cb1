"""Units of measure, by their CLDR names: the SI unit they are told in, and the exact factor (checked against Pint)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

__all__ = ["CUED", "SMALLER_UNITS", "UNITS", "Unit", "to_base"]


@dataclass(frozen=True, slots=True)
class Unit:
    """``base`` is the unit that the report writes; a value in it is ``value * factor + offset``."""

    base: str
    factor: Decimal
    offset: Decimal = Decimal(0)


def _unit(base: str, factor: str, offset: str = "0") -> Unit:
    return Unit(base, Decimal(factor), Decimal(offset))


UNITS: dict[str, Unit] = {
    "length-kilometer": _unit("m", "1000"),
    "length-meter": _unit("m", "1"),
    "length-decimeter": _unit("m", "0.1"),
    "length-centimeter": _unit("m", "0.01"),
    "length-millimeter": _unit("m", "0.001"),
    "length-micrometer": _unit("m", "0.000001"),
    "length-nanometer": _unit("m", "0.000000001"),
    "length-picometer": _unit("m", "0.000000000001"),
    "length-mile": _unit("m", "1609.344"),
    "length-yard": _unit("m", "0.9144"),
    "length-foot": _unit("m", "0.3048"),
    "length-inch": _unit("m", "0.0254"),
    "length-nautical-mile": _unit("m", "1852"),
    "length-mile-scandinavian": _unit("m", "10000"),
    "length-light-year": _unit("m", "9460730472580800"),
    "length-parsec": _unit("m", "30856775814913672"),
    "length-astronomical-unit": _unit("m", "149597870700"),
    "length-fathom": _unit("m", "1.8288"),
    "length-furlong": _unit("m", "201.168"),
    "area-square-kilometer": _unit("m2", "1000000"),
    "area-hectare": _unit("m2", "10000"),
    "area-square-meter": _unit("m2", "1"),
    "area-square-centimeter": _unit("m2", "0.0001"),
    "area-square-mile": _unit("m2", "2589988.110336"),
    "area-acre": _unit("m2", "4046.8564224"),
    "area-square-yard": _unit("m2", "0.83612736"),
    "area-square-foot": _unit("m2", "0.09290304"),
    "area-square-inch": _unit("m2", "0.00064516"),
    "area-dunam": _unit("m2", "1000"),
    "volume-cubic-kilometer": _unit("m3", "1000000000"),
    "volume-cubic-meter": _unit("m3", "1"),
    "volume-cubic-centimeter": _unit("m3", "0.000001"),
    "volume-cubic-mile": _unit("m3", "4168181825.440579584"),
    "volume-cubic-yard": _unit("m3", "0.764554857984"),
    "volume-cubic-foot": _unit("m3", "0.028316846592"),
    "volume-cubic-inch": _unit("m3", "0.000016387064"),
    "volume-liter": _unit("m3", "0.001"),
    "volume-hectoliter": _unit("m3", "0.1"),
    "volume-megaliter": _unit("m3", "1000"),
    "volume-deciliter": _unit("m3", "0.0001"),
    "volume-centiliter": _unit("m3", "0.00001"),
    "volume-milliliter": _unit("m3", "0.000001"),
    "volume-gallon": _unit("m3", "0.003785411784"),
    "volume-quart": _unit("m3", "0.000946352946"),
    "volume-pint": _unit("m3", "0.000473176473"),
    "volume-cup": _unit("m3", "0.0002365882365"),
    "volume-fluid-ounce": _unit("m3", "0.0000295735295625"),
    "volume-barrel": _unit("m3", "0.158987294928"),
    "volume-bushel": _unit("m3", "0.03523907016688"),
    "volume-tablespoon": _unit("m3", "0.00001478676478125"),
    "volume-teaspoon": _unit("m3", "0.00000492892159375"),
    "mass-tonne": _unit("kg", "1000"),
    "mass-kilogram": _unit("kg", "1"),
    "mass-gram": _unit("kg", "0.001"),
    "mass-milligram": _unit("kg", "0.000001"),
    "mass-microgram": _unit("kg", "0.000000001"),
    "mass-ton": _unit("kg", "907.18474"),
    "mass-pound": _unit("kg", "0.45359237"),
    "mass-ounce": _unit("kg", "0.028349523125"),
    "mass-stone": _unit("kg", "6.35029318"),
    "mass-carat": _unit("kg", "0.0002"),
    "mass-jin": _unit("kg", "0.5"),
    "mass-liang": _unit("kg", "0.05"),
    "area-mu": _unit("m2", "666.6666666666666666666666667"),
    "area-rai": _unit("m2", "1600"),
    "length-li": _unit("m", "500"),
    "mass-quintal": _unit("kg", "100"),
    "speed-kilometer-per-hour": _unit("m/s", "0.2777777777777777777777777778"),
    "speed-meter-per-second": _unit("m/s", "1"),
    "speed-kilometer-per-second": _unit("m/s", "1000"),
    "speed-mile-per-hour": _unit("m/s", "0.44704"),
    "speed-foot-per-second": _unit("m/s", "0.3048"),
    "speed-knot": _unit("m/s", "0.5144444444444444444444444444"),
    "acceleration-meter-per-square-second": _unit("m/s2", "1"),
    "acceleration-g-force": _unit("m/s2", "9.80665"),
    "temperature-celsius": _unit("degC", "1"),
    "temperature-fahrenheit": _unit("degC", "0.5555555555555555555555555556", "-17.77777777777777777777777778"),
    "temperature-kelvin": _unit("degC", "1", "-273.15"),
    "temperature-generic": _unit("deg", "1"),
    "power-gigawatt": _unit("W", "1000000000"),
    "power-megawatt": _unit("W", "1000000"),
    "power-kilowatt": _unit("W", "1000"),
    "power-watt": _unit("W", "1"),
    "power-milliwatt": _unit("W", "0.001"),
    "power-terawatt": _unit("W", "1000000000000"),
    "power-horsepower": _unit("W", "745.69987158227022"),
    "energy-terawatt-hour": _unit("J", "3600000000000000"),
    "energy-gigawatt-hour": _unit("J", "3600000000000"),
    "energy-megawatt-hour": _unit("J", "3600000000"),
    "energy-kilowatt-hour": _unit("J", "3600000"),
    "energy-megajoule": _unit("J", "1000000"),
    "energy-kilojoule": _unit("J", "1000"),
    "energy-joule": _unit("J", "1"),
    "energy-kilocalorie": _unit("J", "4184"),
    "energy-calorie": _unit("J", "4.184"),
    "energy-foodcalorie": _unit("J", "4184"),
    "energy-electronvolt": _unit("J", "0.0000000000000000001602176634"),
    "force-newton": _unit("N", "1"),
    "force-kilonewton": _unit("N", "1000"),
    "force-pound-force": _unit("N", "4.4482216152605"),
    "pressure-pascal": _unit("Pa", "1"),
    "pressure-hectopascal": _unit("Pa", "100"),
    "pressure-kilopascal": _unit("Pa", "1000"),
    "pressure-megapascal": _unit("Pa", "1000000"),
    "pressure-millibar": _unit("Pa", "100"),
    "pressure-bar": _unit("Pa", "100000"),
    "pressure-atmosphere": _unit("Pa", "101325"),
    "pressure-millimeter-ofhg": _unit("Pa", "133.322387415"),
    "pressure-pound-force-per-square-inch": _unit("Pa", "6894.757293168361"),
    "digital-petabyte": _unit("byte", "1000000000000000"),
    "digital-terabyte": _unit("byte", "1000000000000"),
    "digital-gigabyte": _unit("byte", "1000000000"),
    "digital-megabyte": _unit("byte", "1000000"),
    "digital-kilobyte": _unit("byte", "1000"),
    "digital-byte": _unit("byte", "1"),
    "digital-terabit": _unit("bit", "1000000000000"),
    "digital-gigabit": _unit("bit", "1000000000"),
    "digital-megabit": _unit("bit", "1000000"),
    "digital-kilobit": _unit("bit", "1000"),
    "digital-bit": _unit("bit", "1"),
    "frequency-gigahertz": _unit("Hz", "1000000000"),
    "frequency-megahertz": _unit("Hz", "1000000"),
    "frequency-kilohertz": _unit("Hz", "1000"),
    "frequency-hertz": _unit("Hz", "1"),
    "electric-ampere": _unit("A", "1"),
    "electric-milliampere": _unit("A", "0.001"),
    "electric-volt": _unit("V", "1"),
    "electric-kilovolt": _unit("V", "1000"),
    "electric-ohm": _unit("ohm", "1"),
    "graphics-megapixel": _unit("pixel", "1000000"),
    "graphics-pixel": _unit("pixel", "1"),
    "angle-degree": _unit("deg", "1"),
    "angle-radian": _unit("rad", "1"),
    "mass-megaton": _unit("kg", "1000000000"),
    "mass-kiloton": _unit("kg", "1000000"),
    "sound-decibel": _unit("dB", "1"),
    "rainfall-liter-per-square-meter": _unit("m", "0.001"),
    "area-are": _unit("m2", "100"),
}
"""Gallons, pints and ounces are the American ones. Temperatures are told in degrees Celsius, as news does."""


SMALLER_UNITS: dict[tuple[str, str], int] = {
    ("length-meter", "length-centimeter"): 100,
    ("mass-kilogram", "mass-gram"): 1000,
    ("length-foot", "length-inch"): 12,
    ("mass-pound", "mass-ounce"): 16,
    ("mass-stone", "mass-pound"): 14,
}
"""Two units that one amount is told in, the larger first, and how many of the second make one of the first."""


CUED: dict[tuple[str, str], str] = {
    ("celsius", "angle-degree"): "temperature-celsius",
    ("fahrenheit", "angle-degree"): "temperature-fahrenheit",
    ("celsius", "temperature-generic"): "temperature-celsius",
    ("fahrenheit", "temperature-generic"): "temperature-fahrenheit",
    ("celsius", ""): "temperature-celsius",
    ("fahrenheit", ""): "temperature-fahrenheit",
    ("per-hour", "length-kilometer"): "speed-kilometer-per-hour",
    ("per-hour", "length-mile"): "speed-mile-per-hour",
    ("per-second", "length-meter"): "speed-meter-per-second",
    ("per-second", "length-kilometer"): "speed-kilometer-per-second",
}
"""A word before the number and the unit after it ("" for none) -> the unit that both mean together."""


def to_base(value: Decimal, unit: Unit) -> Decimal:
    """``value`` in ``unit.base``, rounded to 25 significant digits where the factor is not exact."""
    base = value * unit.factor + unit.offset
    return round(base, 10) if unit.offset or len(unit.factor.as_tuple().digits) > 20 else base
