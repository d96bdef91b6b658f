"""Splink on DuckDB, as its documentation recommends it for people, on the file that RAPTOR resolves.

    python splink_people.py people.csv --kind people|historical --id id --truth person

Prints one line of JSON: seconds, peak memory, pairs compared, and F1 of pairs and of clusters at Splink's best
threshold for each, every pair of the truth counted. Preparing the file (dates to one form, accents off) and measuring
are not timed.
"""

import argparse
import json
import logging
import resource
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THREADS = 2
LOWEST_PROBABILITY = 0.01
CLUSTER_THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999, 0.99999)

PEOPLE = """
    select {id} as unique_id, {truth} as truth,
      nullif(lower(strip_accents(forenames)), '') as first_name, nullif(lower(strip_accents(surname)), '') as surname,
      case when regexp_matches(date_of_birth, '^\\d\\d.\\d\\d.\\d{{4}}$') then
        substr(date_of_birth, 7, 4) || '-' || substr(date_of_birth, 4, 2) || '-' || substr(date_of_birth, 1, 2)
      end as dob,
      nullif(sex, '') as sex, nullif(upper(replace(postcode, ' ', '')), '') as postcode,
      nullif(regexp_replace(phone, '[^0-9]', '', 'g'), '') as phone
    from read_csv('{file}', all_varchar = true)
"""
HISTORICAL = """
    select {id} as unique_id, {truth} as truth, nullif(first_name, '') as first_name, nullif(surname, '') as surname,
      nullif(dob, '') as dob, nullif(gender, '') as sex, nullif(postcode_fake, '') as postcode,
      nullif(birth_place, '') as birth_place, nullif(occupation, '') as occupation
    from read_csv('{file}', all_varchar = true)
"""


def rows_of(db, sql):
    return db.cursor().execute(sql).fetchall()


def comparisons(kind):
    common = [
        cl.ForenameSurnameComparison("first_name", "surname", forename_surname_concat_col_name="full_name"),
        cl.DateOfBirthComparison("dob", input_is_string=True, invalid_dates_as_null=True),
        cl.PostcodeComparison("postcode").configure(term_frequency_adjustments=True),
    ]
    if kind == "people":
        return common + [cl.ExactMatch("phone").configure(term_frequency_adjustments=True), cl.ExactMatch("sex")]
    return common + [
        cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
        cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
    ]


def blocking(kind):
    rules = [
        block_on("surname", "dob"),
        block_on("first_name", "dob"),
        block_on("postcode", "first_name"),
        block_on("postcode", "surname"),
        block_on("substr(postcode, 1, 3)", "dob"),
        block_on("first_name", "surname"),
    ]
    if kind == "people":
        return rules + [block_on("phone"), block_on("postcode", "dob"), block_on("substr(first_name, 1, 1)", "surname", "sex", "substr(dob, 1, 4)")]
    return rules + [
        block_on("substr(first_name, 1, 3)", "substr(surname, 1, 4)"),
        block_on("dob", "birth_place"),
        block_on("substr(postcode, 1, 3)", "first_name"),
        block_on("substr(postcode, 1, 3)", "surname"),
        block_on("substr(first_name, 1, 2)", "substr(surname, 1, 2)", "substr(dob, 1, 4)"),
    ]


def train(linker):
    linker.training.estimate_probability_two_random_records_match(
        [block_on("first_name", "surname", "dob"), block_on("substr(first_name, 1, 2)", "surname", "substr(postcode, 1, 4)")], recall=0.5
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("first_name", "surname"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("dob"))


def scores(found, right, true_pairs):
    precision, recall = (right / found if found else 1.0), right / true_pairs
    return {"precision": precision, "recall": recall, "f1": 2 * right / (found + true_pairs)}


def best_pairs(db, predictions, true_pairs):
    rows = rows_of(db, f"""
        select round(match_weight, 1) as weight, count(*) as found, sum((a.truth = b.truth)::int) as same
        from {predictions} p join people a on a.unique_id = p.unique_id_l join people b on b.unique_id = p.unique_id_r
        group by 1 order by 1 desc""")
    best, found, right = {"f1": -1.0}, 0, 0
    for weight, count, same in rows:
        found, right = found + count, right + same
        best = max(best, scores(found, right, true_pairs) | {"weight": weight}, key=lambda each: each["f1"])
    return best


def cluster_scores(db, clusters, true_pairs):
    found = rows_of(db, f"select sum(n * (n - 1) / 2) from (select count(*) n from {clusters} group by cluster_id)")[0][0]
    right, largest = rows_of(db, f"""
        select sum(n * (n - 1) / 2), (select max(n) from (select count(*) n from {clusters} group by cluster_id)) from (
          select count(*) n from {clusters} c join people p using (unique_id) group by c.cluster_id, p.truth)""")[0]
    return scores(float(found), float(right), true_pairs) | {"largest": largest}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--kind", choices=("people", "historical"), required=True)
    parser.add_argument("--id", required=True)
    parser.add_argument("--truth", required=True)
    given = parser.parse_args()
    logging.getLogger("splink").setLevel(logging.ERROR)

    db = duckdb.connect(config={"threads": THREADS})
    select = (PEOPLE if given.kind == "people" else HISTORICAL).format(file=given.file, id=given.id, truth=given.truth)
    rows_of(db, f"create table people as select *, first_name || ' ' || surname as full_name from ({select})")
    true_pairs = float(rows_of(db, "select sum(n * (n - 1) / 2) from (select count(*) n from people group by truth)")[0][0])

    start = time.monotonic()
    settings = SettingsCreator(
        link_type="dedupe_only", comparisons=comparisons(given.kind), blocking_rules_to_generate_predictions=blocking(given.kind)
    )
    api = DuckDBAPI(connection=db)
    linker = Linker(api.register("people"), settings) if hasattr(api, "register") else Linker("people", settings, api)
    train(linker)
    predictions = linker.inference.predict(threshold_match_probability=LOWEST_PROBABILITY)
    first = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold_match_probability=0.95)
    seconds = time.monotonic() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

    clusters = [cluster_scores(db, first.physical_name, true_pairs) | {"probability": 0.95}]
    for probability in CLUSTER_THRESHOLDS:
        made = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold_match_probability=probability)
        clusters.append(cluster_scores(db, made.physical_name, true_pairs) | {"probability": probability})
    print(json.dumps({
        "seconds": seconds, "peak_bytes": peak,
        "pairs": rows_of(db, f"select count(*) from {predictions.physical_name}")[0][0],
        "best_pairs": best_pairs(db, predictions.physical_name, true_pairs),
        "best_clusters": max(clusters, key=lambda each: each["f1"]),
    }))


main()
