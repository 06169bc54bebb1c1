#!/usr/bin/env bash
# Thread 002: CXONE, CLIENT_ID and CLIENT_SECRET are variables; the first argument is the step.
curl() { command curl -sS -w '\n%{http_code}\n' "$@"; }

asked() {
  # region asked
  curl -X POST "$CXONE/oauth2/token" \
    -d "grant_type=client_credentials&client_id=$CLIENT_ID&client_secret=$CLIENT_SECRET"
  # endregion
}

# The first answer's command. It works until id and secret are longer than 56 characters together: base64 breaks
# lines after 57, and the colon is one.
answer() {
  # region answer
  curl -X POST "$CXONE/oauth2/token" \
    -H "Content-Type: application/x-www-form-urlencoded" \
    -H "Authorization: Basic $(echo -n "$CLIENT_ID:$CLIENT_SECRET" | base64)" \
    -d "grant_type=client_credentials" \
    -d "scope=admin:oauth"
  # endregion
}

# The same with what is commonly left out.
without_n() {
  curl -X POST "$CXONE/oauth2/token" \
    -H "Authorization: Basic $(echo "$CLIENT_ID:$CLIENT_SECRET" | base64)" \
    -d "grant_type=client_credentials"
}

# The last answer's warning: curl labels a form by itself, so the label has to be taken away.
without_label() {
  curl -X POST "$CXONE/oauth2/token" \
    -H "Content-Type:" -u "$CLIENT_ID:$CLIENT_SECRET" -d "grant_type=client_credentials"
}

works() {
  # region works
  curl -X POST "$CXONE/oauth2/token" \
    -u "$CLIENT_ID:$CLIENT_SECRET" \
    -d grant_type=client_credentials
  # endregion
}

"$1"
