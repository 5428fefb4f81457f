"""Ready tables of public holidays, written by `.ci/make-holiday-tables.py`; README explains them."""

VERSION = "0.109"
FIRST_YEAR, LAST_YEAR = 2020, 2035
CODES = """
AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK
CH GB IS LI NO RS TR UA
AR BR CA CL CO MX US
AE AU CN HK IL IN JP KR NZ SG TW ZA
"""
COUNTRIES = frozenset(CODES.split())
