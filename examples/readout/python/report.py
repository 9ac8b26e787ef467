import os

from readout import Readout

readout = Readout(os.environ["READOUT_URL"], os.environ["READOUT_EMAIL"], os.environ["READOUT_PASSWORD"])
run = readout.run("taxi/daily", month="2015-12")
print(f"{run['title']}: {run['status']}, {run['rows']} rows")
names = None
for page in readout.pages(run["runId"]):
    if names is None:
        names = [column["name"] for column in page["columns"]]
        print(*names, sep="\t")
    for row in page["rows"]:
        print(*row, sep="\t")
