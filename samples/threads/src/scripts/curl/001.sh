#!/usr/bin/env bash
# Thread 001: CXONE, CLIENT_ID and CLIENT_SECRET are variables; the first argument is the step.
curl() { command curl -sS -w '\n%{http_code}\n' "$@"; }

asked() {
  # region asked
  curl -X POST "$CXONE/oauth/token" \
    -H 'Content-Type: application/json' \
    -d "{
      \"grant_type\": \"client_credentials\",
      \"client_id\": \"$CLIENT_ID\",
      \"client_secret\": \"$CLIENT_SECRET\"
    }"
  # endregion
}

works() {
  # region works
  curl -X POST "$CXONE/oauth/token" \
    -d grant_type=client_credentials \
    --data-urlencode "client_id=$CLIENT_ID" \
    --data-urlencode "client_secret=$CLIENT_SECRET"
  # endregion
}

"$1"
