"""Numbers as English words."""

ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen").split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = dict(enumerate((
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth").split(), start=1))
ORDINALS[30] = "thirtieth"


def cardinal(n):
    """0 to 99 in words, for example 21 -> "twenty one"."""
    if n < 20:
        return ONES[n]
    return TENS[n // 10] + ("" if n % 10 == 0 else " " + ONES[n % 10])


def ordinal(n):
    """1 to 31 in words, for example 21 -> "twenty first"."""
    return ORDINALS[n] if n in ORDINALS else TENS[n // 10] + " " + ORDINALS[n % 10]


def suffix(n):
    """What follows the digits of an ordinal: 1 -> "st", 12 -> "th"."""
    return "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def digits(values, zero="zero"):
    """Single digits in words, 0 said as given."""
    return " ".join(zero if value == 0 else ONES[value] for value in values)
