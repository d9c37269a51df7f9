#!/usr/bin/env python3
"""Makes medals.csv (a made-up games with long ties, fixed seed) and, without the system's code, golden_ranks.csv."""
import csv, random
from pathlib import Path

HERE = Path(__file__).parent
rng = random.Random(93)
NAMES = ["铸造分厂", "金工分厂", "下料分厂", "铆焊分厂", "电气分厂", "Île-de-Nord", "São Bento", "O'Hara Works", "Zürich-West", "Łódź Mill"]
teams = [f"{rng.choice(NAMES)} {n:02}" for n in range(1, 61)]
medals = sorted(
    [(rng.randrange(8, 40), rng.randrange(8, 40), rng.randrange(8, 40)) for _ in range(10)]
    + [(rng.randrange(0, 4), rng.randrange(0, 3), rng.randrange(0, 3)) for _ in range(28)]
    + [(0, 1, 0)] * 9 + [(0, 0, 1)] * 13, reverse=True)
rows = [(t, *m, sum(m)) for t, m in zip(teams, medals)]


def rank(keys, mine):
    above = [k for k in keys if k > mine]
    equal = sum(k == mine for k in keys)
    half = 2 * len(above) + equal + 1
    return 1 + len(above), 1 + len(set(above)), f"{half // 2}" + (".5" if half % 2 else ""), equal - 1


def write(name, head, lines):
    with open(HERE / name, "w", newline="", encoding="utf-8") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(head.split(","))
        w.writerows(lines)


by_medals, by_total = [r[1:4] for r in rows], [r[4] for r in rows]
published = [(rank(by_medals, r[1:4]), rank(by_total, r[4])) for r in rows]
write("medals.csv", "Rank,TeamCountry,Gold,Silver,Bronze,Total,Rank by Total",
      [(p[0], r[0], *r[1:], q[0]) for r, (p, q) in zip(rows, published)])
write("golden_ranks.csv", "team,gold,silver,bronze,total,rank,rank_dense,rank_fractional,tied_with,rank_by_total,"
      "rank_by_total_dense,published_rank,published_rank_by_total,agrees",
      [(*r, *p, q[0], q[1], p[0], q[0], 1) for r, (p, q) in zip(rows, published)])
