#!/usr/bin/env python3
"""The report's totals on the official fiches must be those of a count over their XML: `report.py GUICHET SITE`."""
import csv
import io
import json
import sys
from pathlib import Path

from count import count
from official import guichet


def main():
    program, site = Path(sys.argv[1]).resolve(), Path(sys.argv[2])

    def report(form):
        return guichet(program, site, "report", "--format", form)[0]

    data, table = json.loads(report("json")), list(csv.DictReader(io.StringIO(report("csv"))))
    expected, told = count(), data["totals"]
    wrong = [f"{key}: the XML has {expected[key]}, the report {told[key]}" for key in expected if expected[key] != told[key]]
    # Each figure is the length of a list: the table and the groups add up to it.
    rows = [row for row in table if row["nature"] == "procedure"]
    for key in ["in_person", "paper", "phone", "online", "off_line"]:
        if sum(int(row[key]) for row in rows) != told[key]:
            wrong.append(f"{key}: the table has {sum(int(row[key]) for row in rows)}, the report {told[key]}")
    for groups in ["topics", "authorities"]:
        for key in expected:
            if sum(group["totals"][key] for group in data[groups]) != told[key]:
                wrong.append(f"{key}: the {groups} do not add up to {told[key]}")
    if len(data["online_only"]) != told["online_only"]:
        wrong.append("the list of procedures that have only the Internet is not as long as its figure")
    print(json.dumps(told))
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
