"""Writes invented rows and pairs for Splink models to be tried on: rows.csv and pairs.csv in FOLDER.

    make_rows.py FOLDER [ROWS] [PAIRS] [SEED]
"""
import csv
import json
import os
import random
import sys

folder = sys.argv[1]
row_count, pair_count, seed = (int(a) for a in (sys.argv[2:] + ["300", "1500", "7"][len(sys.argv) - 2 :]))
chance = random.Random(seed)

FIRST = ["amira", "Amira", "amirah", "george", "georgia", "jorge", "mary", "marie", "Zoë", "zoe", "li", "bo", "martha",
         "marhta", "dwayne", "duane", "al", "", "elizabeth", "elisabeth", "christopher", "christoper"]
LAST = ["okafor", "okafr", "smith", "smyth", "Müller", "mueller", "o'neil", "oneil", "jones", "", "brown", "browne",
        "fitzgerald", "fitzgerlad", "a", "ab", "ba"]
CITY = ["Northport", "Southby", "Eastham", "Westwick", "northport", ""]
MAIL = ["{f}.{l}@mail.example", "{l}{f}@post.example", "{f}@mail.example", ""]
ODD_DATES = ["", "unknown", "1980-02-30", "80-2-1", " 1981-03-04", "1981-3-4", "1981-13-04"]


def date():
    if chance.random() < 0.08:
        return chance.choice(ODD_DATES)
    year = chance.randint(1978, 1984) if chance.random() < 0.8 else chance.randint(1950, 2009)
    return "%04d-%02d-%02d" % (year, chance.randint(1, 12), chance.randint(1, 28))


def postcode():
    if chance.random() < 0.3:
        return ""
    area = chance.choice(["QX", "ZQ", "Q"]) + str(chance.randint(1, 12))
    return area + chance.choice([" ", ""]) + str(chance.randint(1, 9)) + chance.choice("ABC") + chance.choice("ABC")


def phones():
    if chance.random() < 0.4:
        return ""
    return json.dumps(["07700900%03d" % chance.randint(0, 30) for _ in range(chance.randint(1, 4))])


def seen():
    day = "2026-0%d-1%dT0%d:30:00Z" % (chance.randint(1, 3), chance.randint(0, 9), chance.randint(0, 9))
    return chance.choice(["", day])


def misspelt(text):
    at = chance.randrange(len(text))
    return chance.choice([text[:at] + text[at + 1 :], text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
                          text[:at] + "x" + text[at:]])


def copied(row):
    row = dict(row)
    for column, cell in row.items():
        if chance.random() < 0.15:
            row[column] = ""
        elif cell and chance.random() < 0.12 and column in ("first_name", "surname", "dob", "postcode", "email"):
            row[column] = misspelt(cell)
    return row


rows = []
for number in range(row_count):
    old = copied(chance.choice(rows)) if rows and chance.random() < 0.45 else {}
    first = old.get("first_name") or chance.choice(FIRST)
    last = old.get("surname") or chance.choice(LAST)
    if chance.random() < 0.05:
        first, last = last, first
    rows.append({
        "unique_id": "r%05d" % number, "first_name": first, "surname": last, "dob": old.get("dob") or date(),
        "city": old.get("city") or chance.choice(CITY),
        "email": old.get("email") or chance.choice(MAIL).format(f=first, l=last),
        "postcode": old.get("postcode") or postcode(),
        "lat": old.get("lat") or chance.choice(["", "52.%04d" % chance.randint(0, 9999)]),
        "lon": old.get("lon") or "1.%04d" % chance.randint(0, 9999),
        "amount": old.get("amount") or chance.choice(["", str(chance.randint(90, 110)), "%.2f" % chance.uniform(50, 150)]),
        "phones": old.get("phones") or phones(), "seen": old.get("seen") or seen()})

pairs = set()
while len(pairs) < pair_count:
    a, b = sorted(chance.sample(range(row_count), 2))
    alike = rows[a]["surname"] == rows[b]["surname"] or rows[a]["dob"] == rows[b]["dob"]
    if alike or chance.random() < 0.5:
        pairs.add((a, b))

with open(os.path.join(folder, "rows.csv"), "w", newline="") as file:
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
with open(os.path.join(folder, "pairs.csv"), "w") as file:
    file.write("id_l,id_r\n")
    for a, b in sorted(pairs):
        file.write("r%05d,r%05d\n" % (a, b))
