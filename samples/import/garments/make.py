#!/usr/bin/env python3
"""Makes sample.csv (made up, fixed seed) and, by exact fractions and without the system's code, its golden.csv.

make.py            writes both
make.py FILE       writes the golden figures of another file of this shape to standard output
"""
import csv, random, sys
from datetime import date, timedelta
from fractions import Fraction as F
from pathlib import Path

HERE = Path(__file__).parent
HEAD = ("date,quarter,department,day,team,targeted_productivity,smv,wip,over_time,incentive,idle_time,idle_men,"
        "no_of_style_change,no_of_workers,actual_productivity").split(",")


def sample():
    rng = random.Random(20150101)
    rows = []
    day = date(2015, 1, 1)
    for n in range(7):
        while day.weekday() == 4:  # Friday is the day of rest
            day += timedelta(1)
        for team in rng.sample(range(1, 13), 12):
            for department in ("sweing", "finishing "):
                if rng.random() < 0.12:
                    continue
                sewing = department == "sweing"
                target = rng.choice(("0.8", "0.75", "0.7", "0.65"))
                if n == 3 and team == 7 and sewing:
                    target = "0.07"  # surely 0.7, kept as it is and named
                actual = float(target if target != "0.07" else "0.7") + rng.choice((0.0, 0.0008, 0.05, -0.12, 0.11))
                if rng.random() < 0.04:
                    actual = 1.05 + rng.random() / 10
                workers = rng.choice(("57", "58.5", "30.5", "59")) if sewing else rng.choice(("8", "10", "12"))
                rows.append([
                    f"{day.month}/{day.day}/{day.year}", f"Quarter{(day.day - 1) // 7 + 1}", department,
                    day.strftime("%A"), str(team), target, rng.choice(("26.16", "11.41", "3.94")),
                    str(rng.randrange(400, 1400)) if sewing else "", str(rng.randrange(0, 24) * 30 * 10),
                    rng.choice(("0", "0", "50", "63")), rng.choice(("0",) * 12 + ("5", "3.5", "90")) if sewing else "0",
                    "0", "0", workers, f"{actual:.9f}".rstrip("0").rstrip(".")])
        day += timedelta(1)
    with open(HERE / "sample.csv", "w", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(HEAD)
        w.writerows(rows)


def text(x, decimals):
    """Rounded once, half away from zero."""
    x = F(x)
    n = (abs(x) * 10**decimals * 2 + 1) // 2
    s = str(n).rjust(decimals + 1, "0")
    s = s[:-decimals] + "." + s[-decimals:] if decimals else s
    return ("-" if x < 0 and n else "") + s


def ranks(values, best_high, style="competition"):
    better = (lambda a, b: a > b) if best_high else (lambda a, b: a < b)
    out = {}
    for team, v in values.items():
        above = [w for w in values.values() if better(w, v)]
        equal = sum(1 for w in values.values() if w == v)
        out[team] = (str(1 + len(above)) if style == "competition" else str(1 + len(set(above))) if style == "dense"
                     else str(1 + len(above) + F(equal - 1, 2)) if equal % 2 else text(1 + len(above) + F(equal - 1, 2), 1))
    return out


def golden(path, out):
    rows = list(csv.DictReader(open(path, newline="")))
    w = csv.writer(out, lineterminator="\n")
    w.writerow("scope,team,rows,days,hits,hit_rate,sum_actual,mean_actual,sum_target,mean_target,sum_actual_minus_target,"
               "mean_attainment,sum_workers,worker_weighted_mean_actual,sum_over_time_min,sum_idle_time,sum_incentive,"
               "rank_hits,rank_hit_rate,rank_mean_actual,rank_mean_attainment,rank_worker_weighted,rank_idle_competition,"
               "rank_idle_dense,rank_idle_fractional,rank_over_time_lowest_first".split(","))
    for scope in ("all", "sewing", "finishing"):
        teams = {}
        for r in rows:
            department = {"sweing": "sewing"}.get(r["department"].strip(), r["department"].strip())
            if scope in ("all", department):
                teams.setdefault(int(r["team"]), []).append(r)
        s = {}
        for team in sorted(teams):
            g = teams[team]
            a, t, p = ([F(r[c]) for r in g] for c in ("actual_productivity", "targeted_productivity", "no_of_workers"))
            n, hits = len(g), sum(x >= y for x, y in zip(a, t))
            s[team] = dict(
                n=n, days=len({r["date"] for r in g}), hits=hits, rate=F(hits, n), sa=sum(a), ma=sum(a) / n, st=sum(t),
                mt=sum(t) / n, att=sum(x / y for x, y in zip(a, t)) / n, sw=sum(p),
                wm=sum(x * y for x, y in zip(a, p)) / sum(p), ot=sum(F(r["over_time"]) for r in g),
                idle=sum(F(r["idle_time"]) for r in g), inc=sum(F(r["incentive"]) for r in g))
        col = lambda k: {team: v[k] for team, v in s.items()}
        r = [ranks(col("hits"), True), ranks(col("rate"), True), ranks(col("ma"), True), ranks(col("att"), True),
             ranks(col("wm"), True), ranks(col("idle"), False), ranks(col("idle"), False, "dense"),
             ranks(col("idle"), False, "fractional"), ranks(col("ot"), False)]
        for team, v in s.items():
            w.writerow([scope, team, v["n"], v["days"], v["hits"], text(v["rate"], 9), text(v["sa"], 9), text(v["ma"], 9),
                        text(v["st"], 2), text(v["mt"], 9), text(v["sa"] - v["st"], 9), text(v["att"], 9),
                        text(v["sw"], 1), text(v["wm"], 9), text(v["ot"], 0), text(v["idle"], 1), text(v["inc"], 0)]
                       + [x[team] for x in r])


if len(sys.argv) > 1:
    golden(sys.argv[1], sys.stdout)
else:
    sample()
    with open(HERE / "golden.csv", "w", newline="") as f:
        golden(HERE / "sample.csv", f)
