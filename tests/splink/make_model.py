"""Writes library.json into FOLDER: a model with every comparison of Splink's library, weights drawn at random.

    make_model.py FOLDER
"""
import json, os, random, sys, splink.comparison_library as cl, splink.comparison_level_library as cll
from splink import SettingsCreator, block_on, ColumnExpression as C
r=random.Random(11)
comps=[cl.ForenameSurnameComparison("first_name","surname"),cl.NameComparison("first_name").configure(term_frequency_adjustments=True),
 cl.LevenshteinAtThresholds("surname",[1,2]).configure(term_frequency_adjustments=True),cl.DamerauLevenshteinAtThresholds("surname",[1,2]),cl.JaroAtThresholds("surname",[.9,.7]),cl.JaccardAtThresholds("first_name",[.9,.6]),
 cl.DateOfBirthComparison("dob",input_is_string=True),cl.PostcodeComparison("postcode",lat_col="lat",long_col="lon",km_thresholds=[1,10,50]),cl.EmailComparison("email"),
 cl.ExactMatch("city").configure(term_frequency_adjustments=True),cl.ArrayIntersectAtSizes("phones",[2,1]),cl.PairwiseStringDistanceFunctionAtThresholds("phones","jaro_winkler",[.97,.9]),
 cl.AbsoluteTimeDifferenceAtThresholds("seen",input_is_string=True,metrics=["hour","day"],thresholds=[3,10]),
 cl.CustomComparison(output_column_name="amount",comparison_levels=[cll.NullLevel("amount"),cll.ExactMatchLevel("amount"),cll.PercentageDifferenceLevel("amount",.05),cll.AbsoluteDifferenceLevel("amount",12),cll.ElseLevel()]),
 cl.CustomComparison(output_column_name="functions",comparison_levels=[cll.NullLevel(C("first_name").lower().substr(1,3)),
  cll.ExactMatchLevel(C("first_name").lower().substr(1,3)),cll.LiteralMatchLevel("city","Northport","string"),
  cll.And(cll.ExactMatchLevel("city"),cll.Not(cll.ExactMatchLevel("surname"))),
  cll.CustomLevel("upper(trim(surname_l)) = upper(trim(surname_r)) or coalesce(nullif(first_name_l, surname_l), 'x') = coalesce(nullif(first_name_r, surname_r), 'y')","custom"),
  cll.CustomLevel("length(first_name_l || surname_l) = length(concat(first_name_r, surname_r)) and city_l in ('Southby', 'Eastham')","lengths"),
  cll.CustomLevel("levenshtein(dob_l::VARCHAR, dob_r::VARCHAR) <= 2","cast"),
  cll.CustomLevel("array_length(phones_l) > 1 and phones_l[1] = phones_r[1]","first phone"),
  cll.CustomLevel("case when first_name_l > first_name_r then 1 else 2 end = 2 and right(surname_l,1) between 'a' and 'm'","case"),
  cll.ElseLevel()])]
s=SettingsCreator(link_type="dedupe_only",comparisons=comps,blocking_rules_to_generate_predictions=[block_on("surname","dob"),block_on("first_name"),block_on("substr(postcode,1,3)","lower(city)"),"l.dob = r.dob and levenshtein(l.surname, r.surname) <= 2"],
  retain_intermediate_calculation_columns=True,probability_two_random_records_match=.0123).create_settings_dict(sql_dialect_str="duckdb")
for i,c in enumerate(s["comparisons"]):
    c["output_column_name"]+=str(i)
    for l in c["comparison_levels"]:
        l["sql_condition"]=" ".join(l["sql_condition"].split())
        if l.get("is_null_level"): continue
        l["m_probability"]=round(r.uniform(.001,.6),6); l["u_probability"]=round(10**r.uniform(-5,-.3),9)
n=s["comparisons"][1]["comparison_levels"]
n[2].update(tf_adjustment_column="first_name",tf_adjustment_weight=.5,tf_minimum_u_value=.02)
n[3].update(tf_adjustment_column="first_name",tf_adjustment_weight=1.0,disable_tf_exact_match_detection=True)
json.dump(s,open(os.path.join(sys.argv[1], "library.json"), "w"),indent=1,ensure_ascii=False)
