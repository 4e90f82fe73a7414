#!/usr/bin/env python3
"""Compares what the demonstration's callers asked for with what the store holds.

usage: check.py APPOINTMENTS.json CALLBACKS.json SCRIPT.json...
The first two are what `appliance appointments --json` and `appliance callbacks --json` print. Ends with 0 only if there is
exactly one appointment for each script that expects one, exactly one callback likewise, and nothing else.
"""
import datetime
import json
import sys


def appointment(found):
    start = datetime.datetime.fromisoformat(found["start"])
    return {
        "doctor": found["doctor"],
        "visitType": found["visitType"],
        "weekday": start.strftime("%A"),
        "time": start.strftime("%H:%M"),
        "name": found["name"],
        "birthDate": found["birthDate"],
        "phone": found["phone"],
    }


def callback(found):
    return {"name": found["name"], "phone": found["phone"]}


def compare(kind, wanted, found):
    wrong = 0
    for script, wish in wanted:
        if wish in found:
            found.remove(wish)
            print(f"  {script}: the {kind} is there: {', '.join(wish.values())}")
        else:
            wrong += 1
            print(f"  {script}: MISSING {kind}: {', '.join(wish.values())}")
    for extra in found:
        wrong += 1
        print(f"  nobody asked for this {kind}: {', '.join(str(value) for value in extra.values())}")
    return wrong


def main(appointments, callbacks, *scripts):
    wishes = [(script["name"], script["expect"]) for script in (json.load(open(path)) for path in scripts)]
    wrong = compare(
        "appointment",
        [(name, expect["appointment"]) for name, expect in wishes if "appointment" in expect],
        [appointment(found) for found in json.load(open(appointments))],
    )
    wrong += compare(
        "callback",
        [(name, expect["callback"]) for name, expect in wishes if "callback" in expect],
        [callback(found) for found in json.load(open(callbacks))],
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
