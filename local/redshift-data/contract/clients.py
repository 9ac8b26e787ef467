"""Holds the Data API to contract/cases.json through boto3 and, where a case says `cli`, through the AWS CLI.

Environment: AWS_ENDPOINT_URL_REDSHIFT_DATA for an emulator, and CONTRACT_TARGET, the target's members as JSON.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import time

import boto3
import botocore.exceptions

CASES = json.loads((pathlib.Path(__file__).parent / "cases.json").read_text())
TARGET = json.loads(os.environ["CONTRACT_TARGET"])
FINAL = ("FINISHED", "FAILED", "ABORTED")


class Refused(Exception):
    def __init__(self, name, message):
        super().__init__(f"{name}: {message}")
        self.name, self.message = name, message


def snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class Boto:
    name = "boto3"

    def __init__(self):
        self.client = boto3.client("redshift-data")

    def call(self, operation, **members):
        try:
            return getattr(self.client, snake(operation))(**members)
        except botocore.exceptions.ClientError as error:
            raise Refused(error.response["Error"]["Code"], error.response["Error"]["Message"]) from error


class Cli:
    name = "aws cli"

    def call(self, operation, **members):
        command = [sys.executable, "-m", "awscli", "redshift-data", snake(operation).replace("_", "-")]
        done = subprocess.run(
            [*command, "--cli-input-json", json.dumps(members), "--output", "json"], capture_output=True, text=True
        )
        if done.returncode == 0:
            return json.loads(done.stdout)
        found = re.search(r"\((\w+)\) when calling the \w+ operation: (.*)", done.stderr.strip())
        if not found:
            raise RuntimeError(done.stderr)
        raise Refused(*found.groups())


def check(expected, actual, where=""):
    """Every expected member is there; lists are of the same length."""
    if isinstance(expected, dict):
        for name, value in expected.items():
            assert name in actual, f"{where}.{name} is absent"
            check(value, actual[name], f"{where}.{name}")
    elif isinstance(expected, list):
        assert len(expected) == len(actual), f"{where}: {len(actual)} instead of {len(expected)}"
        for index, value in enumerate(expected):
            check(value, actual[index], f"{where}[{index}]")
    else:
        assert expected == actual, f"{where}: {actual!r} instead of {expected!r}"


def refusal(expected, call):
    try:
        call()
    except Refused as refused:
        check(expected, {"name": refused.name, "message": refused.message})
        return
    raise AssertionError(f"not refused with {expected}")


def ended(client, statement_id):
    while True:
        described = client.call("DescribeStatement", Id=statement_id)
        if described["Status"] in FINAL:
            return described
        time.sleep(0.02)


def given(case):
    return {"Parameters": case["parameters"]} if "parameters" in case else {}


def statement(client, case):
    submitted = client.call("ExecuteStatement", Sql=case["sql"], **TARGET, **given(case))
    check(case["describe"], ended(client, submitted["Id"]))
    if "resultError" in case:
        refusal(case["resultError"], lambda: client.call("GetStatementResult", Id=submitted["Id"]))
    if "rows" in case:
        page = client.call("GetStatementResult", Id=submitted["Id"])
        check(case["rows"], page["Records"], "Records")
        check(case["columns"], page["ColumnMetadata"], "ColumnMetadata")
        assert page["TotalNumRows"] == len(case["rows"])


def batch(client, case):
    submitted = client.call("BatchExecuteStatement", Sqls=case["sqls"], **TARGET, **given(case))
    described = ended(client, submitted["Id"])
    check(case["describe"], described)
    check(case["subs"], described["SubStatements"], "SubStatements")
    if "result" in case:
        part = f"{submitted['Id']}:{case['result']['part']}"
        check(case["result"]["rows"], client.call("GetStatementResult", Id=part)["Records"], "Records")


def refused(client, case):
    members = {**case["input"], **(TARGET if case.get("onTarget") else {})}
    if "repeat" in case:
        members[case["repeat"]["member"]] = [case["repeat"]["value"]] * case["repeat"]["times"]
    refusal(case["error"], lambda: client.call(case["operation"], **members))


def main():
    passed, failed = 0, 0
    kinds = {"statements": statement, "batches": batch, "refusals": refused}
    for client in (Boto(), Cli()):
        for kind, run in kinds.items():
            for case in CASES[kind]:
                if isinstance(client, Cli) and not case.get("cli"):
                    continue
                try:
                    run(client, case)
                    passed += 1
                except Exception as error:  # one case says nothing about the next
                    failed += 1
                    print(f"{client.name}, {case['name']}: {error!r}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
