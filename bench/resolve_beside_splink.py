"""RAPTOR and Splink on the same files, one after the other, each as often as asked; prints a Markdown table.

    resolve_beside_splink.py RAPTOR PYTHON-WITH-SPLINK FOLDER SET... [--times N]

SET is historical_50k (skipped where ../shared is absent) or a number of rows for a table of invented people. Without
PYTHON-WITH-SPLINK ('-') RAPTOR runs alone. Where Splink fails or takes longer than --peer-seconds, the table says so.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
HISTORICAL = HERE.parent.parent / "shared/data/linkage/historical_50k.csv"


def timed(command, seconds):
    """What it printed, its wall time and its peak memory in bytes."""
    measured = ["/usr/bin/time", "-f", "%e %M", *command]
    done = subprocess.run(measured, capture_output=True, text=True, timeout=seconds)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip().splitlines()[-2][:200])
    wall, kibibytes = done.stderr.strip().splitlines()[-1].split()
    return done.stdout, float(wall), int(kibibytes) * 1024


def run_raptor(raptor, file, id_column, truth, folder):
    out, wall, peak = timed(
        [raptor, "resolve", file, "--id", id_column, "--truth", truth, "--out", folder / "entities.csv", "--json"], None
    )
    said = json.loads(out)
    worth = said["truth"]
    return {
        "seconds": wall, "peak": peak, "pairs": said["candidate_pairs"], "precision": worth["pairwise"]["precision"],
        "recall": worth["pairwise"]["recall"], "f1": worth["pairwise"]["f1"], "b_cubed": worth["b_cubed"]["f1"],
        "largest": worth["largest_entity"],
    }


def run_splink(python, file, kind, id_column, truth, seconds):
    out, _, _ = timed(
        [python, HERE / "splink_people.py", file, "--kind", kind, "--id", id_column, "--truth", truth], seconds
    )
    said = json.loads(out.strip().splitlines()[-1])
    entities = said["best_clusters"]
    return {
        "seconds": said["seconds"], "peak": said["peak_bytes"], "pairs": said["pairs"], "pair_f1": said["best_pairs"]["f1"],
        "precision": entities["precision"], "recall": entities["recall"], "f1": entities["f1"], "largest": entities["largest"],
        "threshold": entities["probability"],
    }


def median_run(runs):
    return min(runs, key=lambda run: abs(run["seconds"] - statistics.median(each["seconds"] for each in runs)))


def row(name, who, run, note=""):
    pair_f1 = f"{run['pair_f1']:.4f}" if "pair_f1" in run else ""
    return (
        f"| {name} | {who} | {run['seconds']:.1f} s | {run['peak'] / 1e6:,.0f} MB | {run['pairs']:,} | {pair_f1} | {run['precision']:.4f} | "
        f"{run['recall']:.4f} | {run['f1']:.4f} | {run['largest']} | {note} |"
    )


def file_of(name, raptor, folder):
    """The file, Splink's kind of columns, id and truth."""
    if name == "historical_50k":
        return (HISTORICAL, "historical", "unique_id", "cluster") if HISTORICAL.exists() else None
    made = folder / f"people_{name}"
    if not (made / "people.csv").exists():
        subprocess.run([raptor, "simulate", "--out", made, "--table", name, "--seed", "401"], check=True, capture_output=True)
    return made / "people.csv", "people", "id", "person"


def compare(name, given, folder):
    found = file_of(name, given.raptor, folder)
    if not found:
        print(f"| {name} | not there: skipped | | | | | | | | | |", flush=True)
        return
    file, kind, id_column, truth = found
    ours, theirs, failure = [], [], "not asked for" if given.python == "-" else ""
    for _ in range(given.times):
        ours.append(run_raptor(given.raptor, file, id_column, truth, folder))
        if failure:
            continue
        try:
            theirs.append(run_splink(given.python, file, kind, id_column, truth, given.peer_seconds))
        except subprocess.TimeoutExpired:
            failure = f"not done after {given.peer_seconds} s"
        except RuntimeError as error:
            failure = f"failed: {error}"
    our = median_run(ours)
    if not theirs:
        print(row(name, "RAPTOR", our), f"\n| {name} | Splink 5 | {failure} | | | | | | | | |", flush=True)
        return
    their = median_run(theirs)
    note = f"{their['seconds'] / our['seconds']:.1f} times as fast, {their['peak'] / our['peak']:.1f} times less memory"
    print(row(name, "RAPTOR", our, note), flush=True)
    print(row(name, "Splink 5", their, f"its best threshold, {their['threshold']}"), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("raptor", type=pathlib.Path)
    parser.add_argument("python")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--peer-seconds", type=int, default=3600)
    given = parser.parse_args()
    print("| data | | wall | peak memory | pairs compared | pairs' best F1 | entities: precision | recall | F1 | largest | |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name in given.sets:
        compare(name, given, given.folder)


sys.exit(main())
