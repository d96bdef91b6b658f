"""What Splink itself says.

    by_splink.py scores MODEL ROWS PAIRS OUT     of each pair, its weight, probability and every part
    by_splink.py link MODEL ROWS THRESHOLD OUT   the edges that its blocking rules and scores give: OUT; and its
                                                 entities: OUT.entities
"""
import csv
import json
import sys

import duckdb
import splink
from splink import DuckDBAPI, Linker

TYPES = {"lat": "double", "lon": "double", "amount": "double", "phones": "varchar[]"}


def typed_rows(connection, path):
    connection.execute(f"create table rows as select * from read_csv('{path}', header=true, all_varchar=true, nullstr='')")
    columns = [row[0] for row in connection.execute("describe rows").fetchall()]
    cells = [f'try_cast("{c}" as {TYPES[c]}) as "{c}"' if c in TYPES else f'"{c}"' for c in columns]
    connection.execute("create table typed as select " + ", ".join(cells) + " from rows")
    return connection.table("typed")


def linker_of(model, rows, all_pairs):
    connection = duckdb.connect()
    try:  # Splink 5.0.0 writes the lambdas that DuckDB 2 no longer takes by itself
        connection.execute("set lambda_syntax='ENABLE_SINGLE_ARROW'")
    except duckdb.Error:
        pass
    settings = json.load(open(model))
    settings["retain_intermediate_calculation_columns"] = True
    if all_pairs:
        settings["blocking_rules_to_generate_predictions"] = ["1=1"]
    api = DuckDBAPI(connection=connection)
    table = typed_rows(connection, rows)
    try:
        linker = Linker(api.register(table, table_name="typed_rows"), settings)
    except (AttributeError, TypeError):  # version 4
        linker = Linker(table, settings, api)
    return connection, settings, linker


def parts(settings, columns):
    for comparison in settings["comparisons"]:
        name = comparison["output_column_name"]
        yield f"gamma_{name}"
        yield f"mw_{name}" if f"mw_{name}" in columns else f"log2(bf_{name})"
        if f"mw_tf_adj_{name}" in columns:
            yield f"mw_tf_adj_{name}"
        else:
            yield f"log2(bf_tf_adj_{name})" if f"bf_tf_adj_{name}" in columns else "0.0"


def scores(model, rows, pairs, out):
    connection, settings, linker = linker_of(model, rows, True)
    predicted = linker.inference.predict().physical_name
    connection.execute(f"create table wanted as select * from read_csv('{pairs}', header=true, all_varchar=true)")
    columns = [row[0] for row in connection.execute(f"describe {predicted}").fetchall()]
    names = [c["output_column_name"] for c in settings["comparisons"]]
    query = "select unique_id_l, unique_id_r, match_weight, match_probability, " + ", ".join(parts(settings, columns))
    query += f" from {predicted} p join wanted w on w.id_l = p.unique_id_l and w.id_r = p.unique_id_r order by 1, 2"
    with open(out, "w") as file:
        writer = csv.writer(file, lineterminator="\n")
        heads = [prefix + name for name in names for prefix in ("gamma_", "mw_", "mw_tf_adj_")]
        writer.writerow(["id_l", "id_r", "match_weight", "match_probability", *heads])
        for row in connection.execute(query).fetchall():
            writer.writerow([repr(cell) if isinstance(cell, float) else cell for cell in row])


def link(model, rows, threshold, out):
    connection, _, linker = linker_of(model, rows, False)
    predicted = linker.inference.predict()
    name = predicted.physical_name
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, float(threshold)).physical_name
    edges = connection.execute(f"select unique_id_l, unique_id_r, match_weight from {name} order by 1, 2").fetchall()
    with open(out, "w") as file:
        file.writelines(f"{a},{b},{w!r}\n" for a, b, w in edges)
    entities = connection.execute(f"select unique_id, cluster_id from {clusters} order by 1").fetchall()
    with open(out + ".entities", "w") as file:
        file.writelines(f"{a},{b}\n" for a, b in entities)


if __name__ == "__main__":
    {"scores": scores, "link": link}[sys.argv[1]](*sys.argv[2:])
    print("Splink", splink.__version__, "on DuckDB", duckdb.__version__)
