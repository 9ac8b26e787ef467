"""The Data API in ten steps: every statement is sent, waited for, and its result read page by page."""

import os
import time

import boto3

TARGET = {"WorkgroupName": os.environ.get("WORKGROUP", "analytics"), "Database": os.environ.get("DATABASE", "dev")}
SOURCE = os.environ.get("SOURCE", "s3://quick-start/venues.csv")

client = boto3.client("redshift-data")


def start(sql, **parameters):
    named = [{"name": name, "value": str(value)} for name, value in parameters.items()]
    more = {"Parameters": named} if named else {}
    return client.execute_statement(Sql=sql, **TARGET, **more)["Id"]


def wait(statement_id):
    """The statement once it has ended. An EventBridge event can tell instead: send it WithEvent=True."""
    while True:
        described = client.describe_statement(Id=statement_id)
        if described["Status"] in ("FINISHED", "FAILED", "ABORTED"):
            return described
        time.sleep(0.1)


def run(sql, **parameters):
    described = wait(start(sql, **parameters))
    if described["Status"] != "FINISHED":
        raise RuntimeError(described.get("Error", described["Status"]))
    return described


def pages(statement_id):
    token = {}
    while True:
        page = client.get_statement_result(Id=statement_id, **token)
        yield page["Records"]
        if "NextToken" not in page:
            return
        token = {"NextToken": page["NextToken"]}


def count(number, noun):
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


run("drop table if exists venues")
created = run("create table venues (id integer, name varchar(40), city varchar(20), seats integer)")
print("create:", created["Status"])

inserted = run(
    "insert into venues values (101, :first, 'Lisbon', 120), (102, :second, 'Oslo', 90)",
    first="Tiny Stage",
    second="Back Room",
)
print("insert:", count(inserted["ResultRows"], "row"))

run(f"copy venues from '{SOURCE}' iam_role default csv ignoreheader 1")
counted = run("select count(*) from venues")
[[total]] = next(pages(counted["Id"]))
print("copy:", count(total["longValue"], "venue"))

print("update:", count(run("update venues set seats = 7000 where name = 'Lisbon Theatre'")["ResultRows"], "row"))
print("delete:", count(run("delete from venues where city = :city", city="Oslo")["ResultRows"], "row"))

selected = run(
    "select name, seats from venues where city = :city and seats < :seats order by seats desc",
    city="Lisbon",
    seats=7001,
)
for records in pages(selected["Id"]):
    for name, seats in records:
        print(name["stringValue"], "has", seats["longValue"], "seats")

large = run("select a.name, b.name, c.name, a.id * b.id * c.id from venues a cross join venues b cross join venues c")
sizes = [len(records) for records in pages(large["Id"])]
print(f"pages: {sum(sizes)} rows on {'several pages' if len(sizes) > 1 else 'one page'}")

endless = start("select sum(a.id * b.id) from " + ", ".join(f"venues {name}" for name in "abcdefgh"))
while client.describe_statement(Id=endless)["Status"] != "STARTED":
    time.sleep(0.1)
client.cancel_statement(Id=endless)
print("cancel:", wait(endless)["Status"])
