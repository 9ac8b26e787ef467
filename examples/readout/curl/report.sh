#!/usr/bin/env bash
# Readout with curl and jq. Cognito wants a proof of the password, which a shell cannot make: `readout token` signs in.
set -euo pipefail

readout=${READOUT:-npx readout}
call() { # call <method> <path> [curl's options …]
  local method=$1 path=$2
  shift 2
  curl --silent --show-error --fail-with-body --request "$method" --header "Authorization: $token" "$@" "$rest$path"
}

$readout login --email "$READOUT_EMAIL" 2>/dev/null
token=$($readout token)
rest=$(curl --silent --show-error --fail "$READOUT_URL/config.json" | jq --raw-output .rest)

# A cursor from before the run misses nothing of it.
cursor=$(call GET /runs | jq --raw-output .cursor)
run=$(call POST /reports/taxi%2Fdaily/runs --data '{"inputs":{"month":"2015-12"}}')
id=$(jq --raw-output .runId <<<"$run")

# Without a WebSocket a program asks what changed since its cursor: one answer is for all of its runs.
while [[ $(jq --raw-output .status <<<"$run") =~ ^(queued|running)$ ]]; do
  sleep 2
  changes=$(call GET /runs --get --data-urlencode "since=$cursor")
  cursor=$(jq --raw-output .cursor <<<"$changes")
  run=$(jq --compact-output --arg id "$id" --argjson run "$run" '[$run, (.runs[] | select(.runId == $id))] | last' <<<"$changes")
done
[[ $(jq --raw-output .status <<<"$run") == succeeded ]] || { jq .error <<<"$run" >&2; exit 1; }
jq --raw-output '"\(.title): \(.status), \(.rows) rows"' <<<"$run"

page=$(call GET "/runs/$id/result")
jq --raw-output '[.columns[].name] | join("\t")' <<<"$page"
while jq --raw-output '.rows[] | map(tostring) | join("\t")' <<<"$page" && next=$(jq --raw-output --exit-status .next <<<"$page"); do
  page=$(call GET "/runs/$id/result" --get --data-urlencode "page=$next")
done
