"""Whether the time of a lookup tells that something hidden exists: records that another analyst may see, and names of
nothing, asked for in turn by one who may see neither.

    hidden_or_absent.py PORT WHO-SEES-MORE PASSWORD WHO-SEES-LESS PASSWORD [--times N]

Prints both medians and the difference with its 95 % interval (bootstrap of the medians, seeded).
"""

import argparse
import http.client
import json
import random
import statistics
import time


class Analyst:
    def __init__(self, port, user, password):
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.headers = {"Content-Type": "application/json"}
        body = json.dumps({"user": user, "password": password})
        self.connection.request("POST", "/api/session", body, self.headers)
        answer = self.connection.getresponse()
        answer.read()
        self.headers["Cookie"] = answer.getheader("Set-Cookie").split(";")[0]

    def ask(self, target):
        """Status, bytes and microseconds."""
        start = time.perf_counter_ns()
        self.connection.request("GET", target, headers=self.headers)
        answer = self.connection.getresponse()
        body = answer.read()
        return answer.status, body, (time.perf_counter_ns() - start) / 1000


def references_in(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "record" and isinstance(inner, str):
                yield inner
            yield from references_in(inner)
    if isinstance(value, list):
        for inner in value:
            yield from references_in(inner)


def records_seen(analyst, people):
    found = set()
    listed = json.loads(analyst.ask(f"/api/nominals?limit={people}")[1])
    for line in listed["rows"]:
        found.update(references_in(json.loads(analyst.ask("/api/entities/" + line["entity"])[1])))
    return sorted(found)


def bootstrap(hidden, absent, draw, times=2000):
    differences = sorted(
        statistics.median(draw.choices(hidden, k=len(hidden))) - statistics.median(draw.choices(absent, k=len(absent)))
        for _ in range(times)
    )
    return differences[int(times * 0.025)], differences[int(times * 0.975)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    for name in ("more", "more_password", "less", "less_password"):
        parser.add_argument(name)
    parser.add_argument("--times", type=int, default=2000)
    given = parser.parse_args()
    more = Analyst(given.port, given.more, given.more_password)
    less = Analyst(given.port, given.less, given.less_password)
    names = [name for name in records_seen(more, 100) if less.ask("/api/records/" + name)[0] == 404]
    if not names:
        raise SystemExit("there is no record that one may see and the other not")
    draw = random.Random(1)
    absent_names = ["".join(draw.choice("0123456789abcdefghjkmnpqrstvwxyz") for _ in names[0]) for _ in names]
    times, bodies = {True: [], False: []}, set()
    for i in range(2 * given.times):
        is_hidden = draw.random() < 0.5
        status, body, microseconds = less.ask("/api/records/" + draw.choice(names if is_hidden else absent_names))
        assert status == 404
        bodies.add(body)
        times[is_hidden].append(microseconds)
    low, high = bootstrap(times[True], times[False], draw)
    hidden, absent = statistics.median(times[True]), statistics.median(times[False])
    print(
        f"{len(names)} hidden records; {len(times[True])} lookups of them, median {hidden:.0f} us; {len(times[False])} of nothing, median "
        f"{absent:.0f} us; difference {hidden - absent:+.1f} us (95 % {low:+.1f} to {high:+.1f}); {len(bodies)} kind of answer"
    )


main()
