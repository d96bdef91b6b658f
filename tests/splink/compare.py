"""Compares what by_splink.py wrote with what raptor wrote; ends with status 1 where they differ.

    compare.py scores EXPECTED SCORES
    compare.py link FOLDER
"""
import csv
import json
import math
import os
import sys

TOLERANCE = 1e-9
failures = []


def differ(a, b):
    if a == b:
        return 0.0
    return abs(float(a) - float(b)) / max(1.0, abs(float(b)))


def scores(expected, found):
    expected, found = (list(csv.reader(open(path))) for path in (expected, found))
    assert expected[0] == found[0], "the columns differ"
    assert len(expected) == len(found), f"{len(expected)} and {len(found)} rows"
    worst = 0.0
    for wanted, have in zip(expected[1:], found[1:]):
        assert wanted[:2] == have[:2], f"other pairs: {wanted[:2]} and {have[:2]}"
        for name, a, b in zip(expected[0][2:], have[2:], wanted[2:]):
            difference = differ(a, b)
            worst = max(worst, difference)
            if difference > TOLERANCE:
                failures.append(f"{wanted[0]} and {wanted[1]}: {name} is {a}, Splink says {b}")
    levels = sum(len({row[i] for row in expected[1:]}) for i, n in enumerate(expected[0]) if n.startswith("gamma_"))
    print(f"{len(expected) - 1} pairs, {len(expected[0]) - 2} figures each, {levels} levels met: "
          f"the largest difference is {worst:.2g}")


def link(folder):
    at = lambda name: os.path.join(folder, name)
    edges = list(csv.reader(open(at("edges"))))
    summary = json.load(open(at("resolve.json")))
    if summary["pairs"] != len(edges):
        failures.append(f"{summary['pairs']} pairs were compared, by Splink {len(edges)}")
    weight = math.log2(0.95 / 0.05)
    wanted = {(a, b): w for a, b, w in edges if float(w) >= weight}
    have = {(row[0], row[1]): row[2] for row in list(csv.reader(open(at("joined.csv"))))[1:]}
    if wanted.keys() != have.keys():
        failures.append(f"{len(wanted.keys() ^ have.keys())} pairs are joined by one and not by the other")
    failures.extend(f"{pair}: {have[pair]}, Splink says {w}" for pair, w in wanted.items()
                    if pair in have and differ(have[pair], w) > TOLERANCE)
    by_splink = {tuple(row) for row in csv.reader(open(at("edges.entities")))}
    by_raptor = {tuple(row) for row in list(csv.reader(open(at("entities.csv"))))[1:]}
    if by_splink != by_raptor:
        failures.append(f"{len(by_splink ^ by_raptor) // 2} rows are in another entity")
    print(f"{len(edges)} pairs by the blocking rules, {len(wanted)} joined, "
          f"{len({entity for _, entity in by_raptor})} entities")


{"scores": scores, "link": link}[sys.argv[1]](*sys.argv[2:])
for failure in failures[:10]:
    print(failure, file=sys.stderr)
sys.exit(1 if failures else 0)
