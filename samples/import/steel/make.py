#!/usr/bin/env python3
"""Makes sample.csv (made up, fixed seed: two days over the end of a month) and, by exact fractions and without the
system's code, its golden.csv. With a file as argument: the golden figures of that file to standard output."""
import csv, random, sys
from datetime import date, datetime, timedelta
from fractions import Fraction as F
from pathlib import Path

HERE = Path(__file__).parent


def sample():
    rng = random.Random(2018)
    with open(HERE / "sample.csv", "w", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow("date_time,usage_kwh,lagging_reactive_kvarh,leading_reactive_kvarh,co2_t,nsm_s,week_status,day_of_week,"
                   "load_type".split(","))
        for day in (date(2018, 3, 31), date(2018, 4, 1)):
            for quarter in range(1, 97):
                minutes = quarter * 15 % 1440  # the last quarter hour is written 0:00 of the same date
                busy = 32 < quarter <= 72
                kwh = rng.randrange(4000, 12000) if busy else rng.randrange(250, 500)
                w.writerow([f"{day:%d/%m/%Y} {minutes // 60}:{minutes % 60:02}", f"{kwh / 100:g}", f"{rng.randrange(900) / 100:g}",
                            "0", "0", minutes * 60, "Weekend" if day.weekday() > 4 else "Weekday", f"{day:%A}",
                            "Medium_Load" if busy else "Light_Load"])


def text(x, decimals):
    """Rounded once, half away from zero."""
    n = (abs(x) * 10**decimals * 2 + 1) // 2
    s = str(n).rjust(decimals + 1, "0")
    return ("-" if x < 0 and n else "") + s[:-decimals] + "." + s[-decimals:]


def golden(path, out):
    kwh, days = {}, {}
    for r in csv.DictReader(open(path, newline="")):
        day, clock = r["date_time"].split(" ")
        day = datetime.strptime(day, "%d/%m/%Y").date()
        hour, minute = map(int, clock.split(":"))
        ended = (hour * 60 + minute) or 1440
        shift = "N1" if ended <= 480 else "D" if ended <= 960 else "E"
        key = (f"{day:%Y-%m}", shift)
        kwh[key] = kwh.get(key, F(0)) + F(r["usage_kwh"])
        days.setdefault(key, set()).add(day)
    w = csv.writer(out, lineterminator="\n")
    w.writerow("month,shift,days,kwh,baseline_kwh_q1_mean_x_days,saving_kwh,saving_pct,rank_saving_pct".split(","))
    for month in sorted({m for m, _ in kwh}):
        rows = []
        for shift in ("N1", "D", "E"):
            first = [k for k in kwh if k[1] == shift and k[0][5:] in ("01", "02", "03")]
            mean = sum(kwh[k] for k in first) / sum(len(days[k]) for k in first)
            n = len(days[month, shift])
            saving = mean * n - kwh[month, shift]
            rows.append((shift, n, kwh[month, shift], mean * n, saving, saving / (mean * n) * 100))
        for shift, n, used, base, saving, pct in rows:
            w.writerow([month, shift, n, text(used, 2), text(base, 6), text(saving, 6), text(pct, 6),
                        1 + sum(r[5] > pct for r in rows)])


if len(sys.argv) > 1:
    golden(sys.argv[1], sys.stdout)
else:
    sample()
    with open(HERE / "golden.csv", "w", newline="") as f:
        golden(HERE / "sample.csv", f)
