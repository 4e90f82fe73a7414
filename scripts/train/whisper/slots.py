"""Values for the slots of a sentence. Each maker takes a random.Random and gives (spoken, written): what a synthesiser reads
aloud, and what a recogniser should write."""
from numerals import cardinal, digits, ordinal, suffix
from words import DAYS, DOCTORS, FIRST_NAMES, INSURERS, LAST_NAMES, MEDICINES, MONTHS, REASONS


def same(text):
    """A value that is written as it is spoken."""
    return text, text


def day(rng):
    """A day or part of one: "next Monday", "tomorrow morning"."""
    d = rng.choice(DAYS)
    return same(rng.choice([
        d, d, d, "next " + d, "this " + d, "tomorrow", "today", d + " morning", d + " afternoon", "tomorrow morning",
        "tomorrow afternoon", "the day after tomorrow", "next week", "this week", "early next week", d + " evening"]))


def date(rng):
    """A day of a month, with or without the month and the weekday: "March third" / "March 3rd"."""
    month, n = rng.choice(MONTHS), rng.randint(1, 31)
    spoken, written = ordinal(n), f"{n}{suffix(n)}"
    kind = rng.random()
    if kind < .55:
        return f"{month} {spoken}", f"{month} {written}"
    if kind < .75:
        return f"the {spoken} of {month}", f"the {written} of {month}"
    if kind < .88:
        return f"the {spoken}", f"the {written}"
    weekday = rng.choice(DAYS)
    return f"{weekday} {month} {spoken}", f"{weekday}, {month} {written}"


def time(rng):
    """A time of day: "two thirty P M" / "2:30 PM"."""
    hour = rng.choice([8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7])
    kind = rng.random()
    half = rng.choice(["AM", "PM"])
    spoken_half = " ".join(half)
    if kind < .35:
        return f"{cardinal(hour)} {spoken_half}", f"{hour} {half}"
    if kind < .5:
        return f"{cardinal(hour)} o'clock", f"{hour} o'clock"
    minute = rng.choice([5, 10, 15, 20, 25, 30, 40, 45, 50])
    spoken_minute = "oh five" if minute == 5 else cardinal(minute)
    if kind < .72:
        return f"{cardinal(hour)} {spoken_minute}", f"{hour}:{minute:02d}"
    if kind < .9:
        return f"{cardinal(hour)} {spoken_minute} {spoken_half}", f"{hour}:{minute:02d} {half}"
    return rng.choice([
        same("noon"), (f"half past {cardinal(hour)}", f"half past {hour}"), (f"quarter past {cardinal(hour)}", f"quarter past {hour}"),
        (f"quarter to {cardinal(hour)}", f"quarter to {hour}"), same("in the morning"), same("in the afternoon")])


def phone(rng):
    """A phone number of ten digits, or of seven: "five five five, ..." / "555-123-4567"."""
    kind, zero = rng.random(), rng.choice(["oh", "zero"])
    d = [rng.randint(0, 9) for _ in range(10)]
    d[0] = rng.randint(2, 9)
    if rng.random() < .4:
        d[:3] = [5, 5, 5]
    groups = [d[:3], d[3:6], d[6:]] if kind < .7 else [d[:3], d[3:7]]
    return ", ".join(digits(group, zero) for group in groups), "-".join("".join(map(str, group)) for group in groups)


def year(rng):
    """A year of birth, 1930 to 2020."""
    y = rng.randint(1930, 2020)
    if y < 2000:
        spoken = "nineteen " + cardinal(y % 100)
    elif y < 2010:
        spoken = "two thousand" + ("" if y == 2000 else " " + cardinal(y - 2000))
    else:
        spoken = rng.choice(["twenty ", "two thousand "]) + cardinal(y - 2000)
    return spoken, str(y)


def birth_date(rng):
    """A whole date: "March third nineteen eighty five" / "March 3rd, 1985"."""
    month, n = rng.choice(MONTHS), rng.randint(1, 31)
    spoken_year, written_year = year(rng)
    if rng.random() < .75:
        return f"{month} {ordinal(n)} {spoken_year}", f"{month} {n}{suffix(n)}, {written_year}"
    return f"{month} {cardinal(n)} {spoken_year}", f"{month} {n}, {written_year}"


def full_name(rng):
    return same(rng.choice(FIRST_NAMES) + " " + rng.choice(LAST_NAMES))


def doctor(rng):
    name = rng.choice(DOCTORS)
    return f"Doctor {name}", f"Dr. {name}"


def spelling(rng):
    """A last name letter by letter: "S M I T H" / "S-M-I-T-H"."""
    letters = rng.choice(LAST_NAMES).upper()
    return " ".join(letters), "-".join(letters)


def number(rng):
    n = rng.randint(1, 99)
    return cardinal(n), str(n)


def account(rng):
    """An account number of 4 to 8 digits."""
    d = [rng.randint(0, 9) for _ in range(rng.choice([4, 5, 6, 8]))]
    return digits(d), "".join(map(str, d))


def one_of(words):
    return lambda rng: same(rng.choice(words))


SLOTS = {
    "day": day, "date": date, "time": time, "phone": phone, "dob": birth_date, "name": full_name,
    "first": one_of(FIRST_NAMES), "last": one_of(LAST_NAMES), "doc": doctor, "reason": one_of(REASONS), "ins": one_of(INSURERS),
    "med": one_of(MEDICINES), "spell": spelling, "num": number, "acct": account,
}
