#!/usr/bin/env python3
"""Makes the sample data (made up, fixed seed) and the golden tables that the tests hold the evaluators against.

Every figure is computed with fractions and rounded once, half away from zero. It shares no code with the project, so a test
that agrees with it agrees with a second opinion.

    make_golden.py                              writes samples/data again
    make_golden.py garments FILE                prints the golden table of another file of the same form
    make_golden.py steel FILE | medals FILE | icpc FILE
"""

import csv
import io
import random
import sys
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).parent


def rounded(x, decimals):
    scaled = abs(x) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    sign = "-" if x < 0 and whole else ""
    digits = str(whole).rjust(decimals + 1, "0")
    return sign + (digits[:-decimals] + "." + digits[-decimals:] if decimals else digits)


def competition(values, mine, best_first=lambda other, mine: other > mine):
    return 1 + sum(best_first(v, mine) for v in values)


def dense(values, mine, best_first=lambda other, mine: other > mine):
    return 1 + len({v for v in values if best_first(v, mine)})


def fractional(values, mine, best_first=lambda other, mine: other > mine):
    equal = sum(v == mine for v in values) - 1
    place = competition(values, mine, best_first) + Fraction(equal, 2)
    return str(place) if place.denominator == 1 else rounded(place, 1)


def table(rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


# Garments: one row per team, department and day.

DEPARTMENTS = {"sweing": "sewing", "finishing": "finishing"}


def garments_golden(rows):
    golden = []
    for scope in ("all", "sewing", "finishing"):
        teams = defaultdict(list)
        for row in rows:
            if scope in ("all", DEPARTMENTS[row["department"].strip()]):
                teams[int(row["team"])].append(row)
        season = {}
        for team, days in sorted(teams.items()):
            f = lambda name: [Fraction(day[name]) for day in days]
            actual, target, workers = f("actual_productivity"), f("targeted_productivity"), f("no_of_workers")
            hits = sum(a >= t for a, t in zip(actual, target))
            n = len(days)
            season[team] = dict(
                n=n, days=len({day["date"] for day in days}), hits=hits, hit_rate=Fraction(hits, n),
                sum_actual=sum(actual), mean_actual=sum(actual) / n, sum_target=sum(target), mean_target=sum(target) / n,
                attainment=sum(a / t for a, t in zip(actual, target)) / n, workers=sum(workers),
                weighted=sum(a * w for a, w in zip(actual, workers)) / sum(workers),
                over_time=sum(f("over_time")), idle=sum(f("idle_time")), incentive=sum(f("incentive")),
            )
        column = lambda name: [s[name] for s in season.values()]
        least = lambda other, mine: other < mine
        for team, s in season.items():
            golden.append({
                "scope": scope, "team": team, "rows": s["n"], "days": s["days"], "hits": s["hits"],
                "hit_rate": rounded(s["hit_rate"], 9),
                "sum_actual": rounded(s["sum_actual"], 9), "mean_actual": rounded(s["mean_actual"], 9),
                "sum_target": rounded(s["sum_target"], 2), "mean_target": rounded(s["mean_target"], 9),
                "sum_actual_minus_target": rounded(s["sum_actual"] - s["sum_target"], 9),
                "mean_attainment": rounded(s["attainment"], 9),
                "sum_workers": rounded(s["workers"], 1),
                "worker_weighted_mean_actual": rounded(s["weighted"], 9),
                "sum_over_time_min": rounded(s["over_time"], 0),
                "sum_idle_time": rounded(s["idle"], 1), "sum_incentive": rounded(s["incentive"], 0),
                "rank_hits": competition(column("hits"), s["hits"]),
                "rank_hit_rate": competition(column("hit_rate"), s["hit_rate"]),
                "rank_mean_actual": competition(column("mean_actual"), s["mean_actual"]),
                "rank_mean_attainment": competition(column("attainment"), s["attainment"]),
                "rank_worker_weighted": competition(column("weighted"), s["weighted"]),
                "rank_idle_competition": competition(column("idle"), s["idle"], least),
                "rank_idle_dense": dense(column("idle"), s["idle"], least),
                "rank_idle_fractional": fractional(column("idle"), s["idle"], least),
                "rank_over_time_lowest_first": competition(column("over_time"), s["over_time"], least),
            })
    return golden


def made_up_garments(dice):
    rows = []
    start = date(2026, 1, 5)
    for offset in range(24):
        day = start + timedelta(days=offset)
        if day.weekday() == 6:
            continue
        for department in ("sweing", "finishing "):
            for team in range(1, 8):
                if dice.random() < 0.15:
                    continue
                target = dice.choice(["0.35", "0.6", "0.65", "0.7", "0.75", "0.8"])
                even = dice.random() < 0.1
                rows.append({
                    "date": f"{day.month}/{day.day}/{day.year}", "department": department, "team": team,
                    "targeted_productivity": target,
                    "no_of_workers": dice.choice(["8", "12", "30.5", "57", "58.5"]),
                    "over_time": dice.randrange(0, 8000, 120),
                    "incentive": dice.choice([0, 0, 23, 50, 960]),
                    "idle_time": dice.choice(["0"] * 30 + ["2", "4.5", "20"]) if team % 3 else "0",
                    "actual_productivity": target if even else f"{dice.uniform(0.3, 1.1):.9f}",
                })
    return rows


# Steel: one row per reading. A shift's baseline is its own daily mean of January to March 2018.

def steel_golden(rows):
    used, days = defaultdict(Fraction), defaultdict(set)
    for row in rows:
        key = row["date"][:7], row["shift"]
        used[key] += Fraction(row["kwh"])
        days[key].add(row["date"])
    shifts = list(dict.fromkeys(row["shift"] for row in rows))
    first = ("2018-01", "2018-02", "2018-03")
    mean = {s: sum(used[m, s] for m in first) / sum(len(days[m, s]) for m in first) for s in shifts}
    golden = []
    for month in sorted({m for m, _ in used}):
        base = {s: mean[s] * len(days[month, s]) for s in shifts}
        saving = {s: (base[s] - used[month, s]) / base[s] * 100 for s in shifts}
        for s in shifts:
            golden.append({
                "month": month, "shift": s, "days": len(days[month, s]), "kwh": rounded(used[month, s], 2),
                "baseline_kwh_q1_mean_x_days": rounded(base[s], 6),
                "saving_kwh": rounded(base[s] - used[month, s], 6), "saving_pct": rounded(saving[s], 6),
                "rank_saving_pct": competition(saving.values(), saving[s]),
            })
    return golden


def made_up_steel(dice):
    rows = []
    day = date(2018, 1, 1)
    while day < date(2018, 5, 1):
        for shift, first_hour, level in (("N1", 0, 40), ("D", 8, 180), ("E", 16, 120)):
            for hour in range(first_hour, first_hour + 8):
                rows.append({"date": day.isoformat(), "shift": shift, "time": f"{hour:02}:00", "kwh": f"{level * dice.uniform(0.6, 1.4):.2f}"})
        day += timedelta(days=1)
    return rows


# Medals.

def medals_golden(rows):
    medals = [tuple(int(row[m]) for m in ("Gold", "Silver", "Bronze")) for row in rows]
    totals = [sum(m) for m in medals]
    return [{
        "team": row["TeamCountry"], "gold": m[0], "silver": m[1], "bronze": m[2], "total": sum(m),
        "rank": competition(medals, m), "rank_dense": dense(medals, m), "rank_fractional": fractional(medals, m),
        "tied_with": medals.count(m) - 1,
        "rank_by_total": competition(totals, sum(m)), "rank_by_total_dense": dense(totals, sum(m)),
    } for row, m in zip(rows, medals)]


def made_up_medals(dice):
    names = ["造型一班", "树脂砂班", "熔炼班", "清理班", "Équipe d'été", 'The "old" crew, 2nd'] + [f"Team {i}" for i in range(7, 25)]
    rows = [{"TeamCountry": n, "Gold": dice.randrange(3), "Silver": dice.randrange(3), "Bronze": dice.randrange(4)} for n in names]
    return rows


# A programming contest of 300 minutes, frozen from minute 240. Teams whose name begins with G are guests.

TEAMS = [f"T{i:02}" for i in range(1, 15)] + ["G1", "G2"]
FREEZE = 240


def icpc_board(rows, until):
    """Per team: solved, penalty, minute of the last accepted try, tries pending, by what was handed in before a minute."""
    board = {}
    for team in TEAMS:
        solved, wrong, pending = {}, defaultdict(int), 0
        for row in rows:
            if row["team_id"] != team or row["problem"] in solved:
                continue
            if int(row["time_s"]) >= until * 60:
                pending += 1
            elif row["result"] == "AC":
                solved[row["problem"]] = int(row["time_s"]) // 60 + 20 * wrong[row["problem"]], int(row["time_s"]) // 60
            elif row["result"] != "CE":
                wrong[row["problem"]] += 1
        board[team] = len(solved), sum(p for p, _ in solved.values()), max((m for _, m in solved.values()), default=0), pending
    return board


def icpc_golden(rows):
    final, frozen = icpc_board(rows, 300), icpc_board(rows, FREEZE)
    keys = lambda board, n: [(-board[t][0], *board[t][1:n]) for t in TEAMS if t[0] != "G"]
    place = lambda board, t, n=2: competition(keys(board, n), (-board[t][0], *board[t][1:n]), lambda other, mine: other < mine)
    golden = []
    for t in TEAMS:
        official = t[0] != "G"
        golden.append({
            "team_id": t, "official": int(official), "solved": final[t][0], "penalty_min": final[t][1],
            "last_ac_min": final[t][2],
            "rank_competition": place(final, t) if official else "",
            "rank_dense": dense(keys(final, 2), (-final[t][0], final[t][1]), lambda a, b: a < b) if official else "",
            "tied_with": keys(final, 2).count((-final[t][0], final[t][1])) - 1 if official else "",
            "rank_with_last_ac_tiebreak": place(final, t, 3) if official else "",
            "frozen_solved": frozen[t][0], "frozen_penalty_min": frozen[t][1], "pending_tries": frozen[t][3],
            "frozen_rank": place(frozen, t) if official else "",
            "places_gained_after_unfreeze": place(frozen, t) - place(final, t) if official else "",
        })
    return golden


def made_up_icpc(dice):
    tries = sorted((dice.randrange(300, 18000), dice.choice(TEAMS[:-1])) for _ in range(160))
    return [{
        "seq": seq, "time_s": time, "team_id": team, "problem": dice.choice("ABCDE"),
        "result": dice.choice(["AC", "AC", "WA", "WA", "TLE", "RTE", "CE"]),
    } for seq, (time, team) in enumerate(tries, start=1)]


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


GOLDEN = {"garments": garments_golden, "steel": steel_golden, "medals": medals_golden, "icpc": icpc_golden}
MADE_UP = {"garments": made_up_garments, "steel": made_up_steel, "medals": made_up_medals, "icpc": made_up_icpc}


def main():
    if len(sys.argv) == 3:
        print(table(GOLDEN[sys.argv[1]](read(sys.argv[2]))), end="")
        return
    for seed, (name, make) in enumerate(MADE_UP.items(), start=20260301):
        rows = [{key: str(value) for key, value in row.items()} for row in make(random.Random(seed))]
        (HERE / name / f"{name}.csv").write_text(table(rows), encoding="utf-8", newline="\n")
        (HERE / name / f"{name}-golden.csv").write_text(table(GOLDEN[name](rows)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
