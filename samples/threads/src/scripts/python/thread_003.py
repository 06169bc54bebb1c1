"""Thread 003: CXONE, CLIENT_ID and CLIENT_SECRET are variables; the first argument is the step."""

import os
import sys

import requests

url = os.environ["CXONE"] + "/oauth/token"
client_id = os.environ["CLIENT_ID"]
client_secret = os.environ["CLIENT_SECRET"]


def asked():
    # region asked
    return requests.post(
        url,
        json={
            "grant_type": "client_credentials",
            "client_id": client_id,
            "client_secret": client_secret,
            "scope": "cxone:api",
        },
    )
    # endregion


def wrong_scope():
    payload = {"grant_type": "client_credentials", "scope": "cxone:admin"}
    return requests.post(url, data=payload, auth=(client_id, client_secret))


def hidden_character():
    payload = {"grant_type": "client_credentials", "scope": "cxone:api"}
    secret = client_secret + "\u00a0"  # a hard blank, as a portal or a PDF gives it
    return requests.post(url, data=payload, auth=(client_id, secret.encode()))


def works():
    # region works
    payload = {
        "grant_type": "client_credentials",
        "scope": "cxone:api",  # Verify this matches your integration config exactly
    }
    headers = {
        "Content-Type": "application/x-www-form-urlencoded"
    }
    # Use basic auth with client_id and client_secret
    return requests.post(url, data=payload, headers=headers, auth=(client_id, client_secret))
    # endregion


response = globals()[sys.argv[1]]()
print(response.json())
print(response.status_code)
