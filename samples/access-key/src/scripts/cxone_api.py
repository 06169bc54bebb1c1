"""Reads from the CXone API in the name of a user, by the way that NICE documents. Needs requests."""
import base64
import json
import time
from urllib.parse import quote_plus

import requests

MARGIN = 300
PATIENCE = 30


class CxoneError(Exception):
    """CXone refused. Holds no secret, so it can be logged."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


class CxoneApi:
    """Knows nothing but the issuer; all other addresses come from the documents of the server."""

    def __init__(self, issuer, client_id, client_secret, access_key_id, access_key_secret, now=time.time):
        self._issuer = issuer
        # RFC 6749 section 2.3.1: each half is form-encoded before the two are joined
        self._client = (quote_plus(client_id), quote_plus(client_secret))
        self._access_key = {"username": access_key_id, "password": access_key_secret}
        self._now = now
        self._http = requests.Session()
        self._token_endpoint = self._document("/.well-known/openid-configuration")["token_endpoint"]
        self._tokens = None
        self._renew_at = 0
        self._api = None

    def get(self, path):
        """One resource; a token that is refused is replaced, and the call is repeated once."""
        answer = self._call(path)
        if answer.status_code == 401:
            self._renew()
            answer = self._call(path)
        if answer.status_code != 200:
            raise CxoneError(answer.status_code, f"{path} answered {answer.status_code}")
        return answer.json()

    def _call(self, path):
        if self._tokens is None:
            self._log_in()
        elif self._now() >= self._renew_at:
            self._renew()
        headers = {"Authorization": "Bearer " + self._tokens["access_token"], "Accept": "application/json"}
        return self._http.get(self._api + path, headers=headers, timeout=PATIENCE)

    def _log_in(self):
        self._ask(grant_type="password", **self._access_key)
        claims = self._tokens["id_token"].split(".")[1]
        tenant = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))["tenantId"]
        self._api = self._document("/.well-known/cxone-configuration", tenantId=tenant)["api_endpoint"]

    def _renew(self):
        """A refresh token that is over, used or revoked is no reason to give up: the access key is still there."""
        try:
            self._ask(grant_type="refresh_token", refresh_token=self._tokens["refresh_token"])
        except CxoneError as refused:
            if refused.status not in (400, 401):
                raise
            self._log_in()

    def _ask(self, **form):
        asked = self._now()
        answer = self._http.post(self._token_endpoint, data=form, auth=self._client, timeout=PATIENCE)
        if answer.status_code != 200:
            error = answer.json().get("error") if "json" in answer.headers.get("Content-Type", "") else ""
            raise CxoneError(answer.status_code, f"the token endpoint answered {answer.status_code} {error}")
        self._tokens = answer.json()
        self._renew_at = asked + self._tokens["expires_in"] - min(MARGIN, self._tokens["expires_in"] / 2)

    def _document(self, path, **query):
        answer = self._http.get(self._issuer + path, params=query, timeout=PATIENCE)
        if answer.status_code != 200:
            raise CxoneError(answer.status_code, f"{path} answered {answer.status_code}")
        return answer.json()
