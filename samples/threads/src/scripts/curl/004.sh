#!/usr/bin/env bash
# Thread 004: CXONE, CLIENT_ID and CLIENT_SECRET are variables; the first argument is the step.
curl() { command curl -sS -w '\n%{http_code}\n' "$@"; }

# As pasted, with the forum's quotation marks: the shell takes them for letters, and each & ends a command.
asked() {
  # region asked
  curl -X POST $CXONE/api/v2/oauth/token -d ‘grant_type=client_credentials&client_id=$CLIENT_ID&client_secret=$CLIENT_SECRET’
  # endregion
  wait
}

asked_with_basic() {
  curl -X POST "$CXONE/api/v2/oauth/token" -u "$CLIENT_ID:$CLIENT_SECRET" \
    -d "grant_type=client_credentials&client_id=$CLIENT_ID&client_secret=$CLIENT_SECRET"
}

# The first answer, as pasted: no request ever leaves.
answer() {
  # region answer
  curl -X POST “$CXONE/api/v2/oauth/token
-d “grant_type=client_credentials&client_id=$CLIENT_ID&client_secret=$CLIENT_SECRET”
-H “Content-Type: application/x-www-form-urlencoded”
  # endregion
  wait
}

# The second answer's command. It works until there is a +, an & or a % in the secret.
second_answer() {
  # region second
  curl -X POST "$CXONE/api/v2/oauth/token" \
    -H "Content-Type: application/x-www-form-urlencoded" \
    -d "grant_type=client_credentials&client_id=$CLIENT_ID&client_secret=$CLIENT_SECRET"
  # endregion
}

works() {
  # region works
  curl -X POST "$CXONE/api/v2/oauth/token" \
    -d grant_type=client_credentials \
    --data-urlencode "client_id=$CLIENT_ID" \
    --data-urlencode "client_secret=$CLIENT_SECRET"
  # endregion
}

"$1"
