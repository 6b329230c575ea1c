"""How fast the advisor is, beside other engines and beside a bare screen; run by ``make bench``."""
