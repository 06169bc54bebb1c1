"""Thread 002: CXONE, CLIENT_ID and CLIENT_SECRET are variables; the first argument is the step."""

import base64
import os
import sys
from urllib.parse import quote

import requests

url = os.environ["CXONE"] + "/oauth2/token"
client_id = os.environ["CLIENT_ID"]
client_secret = os.environ["CLIENT_SECRET"]


def asked():
    # region asked
    payload = f"grant_type=client_credentials&client_id={client_id}&client_secret={client_secret}"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return requests.post(url, headers=headers, data=payload)
    # endregion


def bytes_in_header():
    # region bytes
    credentials = base64.b64encode(f"{client_id}:{client_secret}".encode())
    headers = {"Authorization": f"Basic {credentials}"}  # b'...'
    return requests.post(url, headers=headers, data={"grant_type": "client_credentials"})
    # endregion


def text_in_header():
    credentials = base64.b64encode(f"{client_id}:{client_secret}".encode()).decode()
    headers = {"Authorization": f"Basic {credentials}"}
    return requests.post(url, headers=headers, data={"grant_type": "client_credentials"})


def without_label():
    # region label
    # a text, not a dictionary: requests does not label it
    return requests.post(url, auth=(client_id, client_secret), data="grant_type=client_credentials")
    # endregion


def encoded_twice():
    secret = quote(quote(client_secret, safe=""), safe="")
    return requests.post(url, auth=(client_id, secret), data={"grant_type": "client_credentials"})


def works():
    # region works
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    payload = {
        "grant_type": "client_credentials",
        "scope": "admin:oauth",
    }
    return requests.post(url, auth=(client_id, client_secret), headers=headers, data=payload)
    # endregion


response = globals()[sys.argv[1]]()
print(response.json())
print(response.status_code)
