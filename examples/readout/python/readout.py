"""Readout from Python: sign in, start a report, be told of its end over the WebSocket, read its rows."""

import json
import time
from urllib.parse import quote

import boto3
import requests
from botocore import UNSIGNED
from botocore.config import Config
from pycognito.aws_srp import AWSSRP
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

OVER = ("succeeded", "failed", "cancelled")


class Readout:
    def __init__(self, page, email, password):
        """`page` is the address of the page; its /config.json says where everything else is."""
        self.config = requests.get(f"{page}/config.json", timeout=30).json()
        self.token = self._sign_in(email, password)

    def _sign_in(self, email, password):
        """Proves the password by SRP. The token is good for 15 minutes."""
        cognito = boto3.client(
            "cognito-idp",
            region_name=self.config["region"],
            endpoint_url=self.config["cognitoEndpoint"],
            config=Config(signature_version=UNSIGNED),
        )
        srp = AWSSRP(
            username=email,
            password=password,
            pool_id=self.config["userPoolId"],
            client_id=self.config["userPoolClientId"],
            client=cognito,
        )
        return srp.authenticate_user()["AuthenticationResult"]["IdToken"]

    def _call(self, method, path, **more):
        answer = requests.request(
            method, self.config["rest"] + path, headers={"Authorization": self.token}, timeout=30, **more
        )
        body = answer.json()
        if not answer.ok:
            error = body["error"]
            raise RuntimeError(f"{error['name']}: {error.get('field', '')} {error['message']}")
        return body

    def start(self, report, **inputs):
        return self._call("POST", f"/reports/{quote(report, safe='')}/runs", json={"inputs": inputs})

    def ended(self, run_id):
        """The run once it is over. A lost connection is opened again; the answer to `sync` tells what was missed."""
        since = {}
        while True:
            ticket = self._call("POST", "/tickets")["ticket"]
            try:
                with connect(f"{self.config['websocket']}?ticket={quote(ticket)}") as socket:
                    socket.send(json.dumps({"action": "sync"} | since))
                    for text in socket:
                        message = json.loads(text)
                        is_answer = message["type"] == "sync"
                        for run in message["runs"] if is_answer else [message]:
                            if run.get("runId") == run_id and run.get("status") in OVER:
                                return run
                        if is_answer:
                            since = {"since": message["cursor"]}
                            if message["runs"]:
                                socket.send(json.dumps({"action": "sync"} | since))
            except (WebSocketException, OSError):
                time.sleep(1)

    def run(self, report, **inputs):
        ended = self.ended(self.start(report, **inputs)["runId"])
        if ended["status"] != "succeeded":
            raise RuntimeError(ended.get("error", {}).get("message", ended["status"]))
        return ended

    def pages(self, run_id):
        """Every page of the result. Integers past 2^53 and decimals are texts with every digit."""
        page = {"next": None}
        while "next" in page:
            page = self._call("GET", f"/runs/{run_id}/result", params={"page": page["next"]})
            yield page
