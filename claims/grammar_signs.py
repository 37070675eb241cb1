"""Signs and names that stand beside numbers in every language: currencies, bounds, units."""

from __future__ import annotations

import re

__all__ = [
    "CODES",
    "CURRENCIES",
    "DOLLARS",
    "LOWER_CODES",
    "NAMES",
    "NOT_BEFORE",
    "PLAIN_UNITS",
    "SIGNS",
    "SPACED_DOLLARS",
    "SYMBOLS",
    "UNSURE_UNITS",
]


def _codes(written: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[A-Z]{3}", written))


SYMBOLS = {
    "$": "USD",
    "US$": "USD",
    "U$S": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "￥": "JPY",
    "₴": "UAH",
    "₽": "RUB",
    "₹": "INR",
    "₺": "TRY",
    "₪": "ILS",
    "₩": "KRW",
    "₫": "VND",
    "₱": "PHP",
    "₦": "NGN",
    "฿": "THB",
    "₸": "KZT",
    "₾": "GEL",
    "₼": "AZN",
    "֏": "AMD",
    "₡": "CRC",
    "₵": "GHS",
    "₲": "PYG",
    "R$": "BRL",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "NT$": "TWD",
    "S$": "SGD",
    "Rs": "INR",
    "zł": "PLN",
    "Kč": "CZK",
    "﹩": "USD",
    "＄": "USD",
    "￡": "GBP",
    "U$D": "USD",
    "Mex$": "MXN",
    "MX$": "MXN",
    "TT$": "TTD",
    "CI$": "KYD",
    "RD$": "DOP",
    "₭": "LAK",
    "₮": "MNT",
    "৳": "BDT",
    "៛": "KHR",
    "元": "CNY",
}
CURRENCIES = _codes(
    """
    USD EUR GBP JPY CNY CHF RUB UAH BYN PLN CZK HUF RON BGN RSD SEK NOK DKK ISK TRY ILS SAR AED IRR IQD EGP INR
    PKR BDT KRW VND IDR THB BRL MXN ARS CLP COP PEN CAD AUD NZD ZAR NGN KES GEL AMD AZN KZT UZS SGD HKD TWD MYR
    PHP KWD QAR BHD OMR JOD LBP SYP YER AFN MAD TND DZD LYD ALL BAM MKD MDL HRK DEM FRF ITL ESP XAF XOF GHS ETB
    VES CUP DOP UYU PYG BOB CRC GTQ HNL NIO LKR NPR MMK KHR LAK MNT TMT KGS TJS BTC SDG UGX TZS RWF CDF AOA MZN
    ZMW XPF HTG JMD PAB SOS FIM NLG GNF MWK BWP NAD MUR MGA LRD SLE SSP ERN BIF DJF KMF TTD KYD
    """
)
"""The currencies that are read, by name, sign or code."""
_WORDS = frozenset(_codes("ALL CUP TOP BAM SOS PEN MAD BOB LAK DOP FIM MUR MOP SSP"))
"""Codes that are words or names in capitals."""
CODES = tuple(code for code in (*CURRENCIES, "RMB", "RUR") if code not in _WORDS)
"""Codes that make the number beside them money: 20 USD."""
NOT_BEFORE = frozenset({"COP", "F"})
"""What stands behind its number only: COP 30 is a conference, F4 a fighter."""
LOWER_CODES = frozenset(
    _codes("USD EUR GBP JPY CNY RMB CHF HKD BRL MXN AUD NZD KRW SGD INR CRC TTD UAH CZK HUF TWD VND GTQ HNL PAB")
)
"""Codes that are no word of any language in small letters, so that "20 usd" is money."""
SCALED_CODES = {
    letter + code: (code, scale)
    for letter, scale in (("M", 10**6), ("T", 10**3), ("k", 10**3))
    for code in ("EUR", "USD", "SEK", "NOK", "DKK", "GBP", "CHF", "AUD", "CAD", "NZD")
}
"""Codes of currencies with their scale, as companies write them: 120 MEUR, 45 MSEK, 30 TEUR."""
NAMES = ("cop", "nord stream")
"""Words whose number is a name in every language: COP 30."""
SPACED_DOLLARS = {"C": "CAD", "CA": "CAD", "US": "USD", "HK": "HKD", "NZ": "NZD", "AU": "AUD", "NT": "TWD"}
"""Letters that may stand a space before the dollar sign: c $ 16.4 million. "A $" is an article."""
DOLLARS = ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN")
"""Currencies whose code may stand before the dollar sign: aud$ 15."""
SIGNS = {
    "~": "about",
    "≈": "about",
    "∼": "about",
    "±": "about",
    ">": "more-than",
    "<": "less-than",
    "≥": "at-least",
    "≤": "at-most",
}
UNSURE_UNITS = frozenset(
    [
        "A",
        "B",
        "C",
        "F",
        "G",
        "J",
        "K",
        "V",
        "a",
        "b",
        "c",
        "d",
        "f",
        "g's",
        "G's",
        "#",
        "'",
        '"',
        "′",
        "″",
        "at",
        "in",
        "to",
        "am",
        "i",
        "a",
    ]
)
PLAIN_UNITS = {
    "km": "length-kilometer",
    "m": "length-meter",
    "cm": "length-centimeter",
    "mm": "length-millimeter",
    "kg": "mass-kilogram",
    "mg": "mass-milligram",
    "km/h": "speed-kilometer-per-hour",
    "kph": "speed-kilometer-per-hour",
    "kmh": "speed-kilometer-per-hour",
    "m/s": "speed-meter-per-second",
    "km²": "area-square-kilometer",
    "m²": "area-square-meter",
    "km2": "area-square-kilometer",
    "m2": "area-square-meter",
    "m³": "volume-cubic-meter",
    "m3": "volume-cubic-meter",
    "ha": "area-hectare",
    "㎜": "length-millimeter",
    "㎎": "mass-milligram",
    "㎥": "volume-cubic-meter",
    "㎖": "volume-milliliter",
    "ℓ": "volume-liter",
    "㏊": "area-hectare",
    "㎾": "power-kilowatt",
    "㎿": "power-megawatt",
    "MW": "power-megawatt",
    "GW": "power-gigawatt",
    "kW": "power-kilowatt",
    "TW": "power-terawatt",
    "kWh": "energy-kilowatt-hour",
    "MWh": "energy-megawatt-hour",
    "GWh": "energy-gigawatt-hour",
    "TWh": "energy-terawatt-hour",
    "°C": "temperature-celsius",
    "ºC": "temperature-celsius",
    "℃": "temperature-celsius",
    "°celsius": "temperature-celsius",
    "°fahrenheit": "temperature-fahrenheit",
    "º c": "temperature-celsius",
    "º f": "temperature-fahrenheit",
    "°F": "temperature-fahrenheit",
    "℉": "temperature-fahrenheit",
    "°": "angle-degree",
    "celsius": "temperature-celsius",
    "fahrenheit": "temperature-fahrenheit",
    "m^2": "area-square-meter",
    "m^3": "volume-cubic-meter",
    "km^2": "area-square-kilometer",
    "hPa": "pressure-hectopascal",
    "kPa": "pressure-kilopascal",
    "GHz": "frequency-gigahertz",
    "MHz": "frequency-megahertz",
    "kHz": "frequency-kilohertz",
    "Hz": "frequency-hertz",
    "GB": "digital-gigabyte",
    "MB": "digital-megabyte",
    "TB": "digital-terabyte",
    "KB": "digital-kilobyte",
    "Mbit/s": "digital-megabit",
    "Gbit/s": "digital-gigabit",
    "kbit/s": "digital-kilobit",
    "Mbps": "digital-megabit",
    "Gbps": "digital-gigabit",
    "kbps": "digital-kilobit",
    "ml": "volume-milliliter",
    "µg": "mass-microgram",
    "μg": "mass-microgram",
    "ug": "mass-microgram",
    "rad": "angle-radian",
    "mph": "speed-mile-per-hour",
    "kV": "electric-kilovolt",
    "dB": "sound-decibel",
    "hl": "volume-hectoliter",
    "L": "volume-liter",
    "l": "volume-liter",
    "g": "mass-gram",
    "t": "mass-tonne",
    "ft": "length-foot",
    "lb": "mass-pound",
    "oz": "mass-ounce",
    "mi": "length-mile",
    "W": "power-watt",
    "V": "electric-volt",
    "nm": "length-nanometer",
    "dm": "length-decimeter",
    "㎞": "length-kilometer",
    "㎝": "length-centimeter",
    "㎏": "mass-kilogram",
    "㎡": "area-square-meter",
    "㎢": "area-square-kilometer",
}
"""Unit signs that every language uses."""
