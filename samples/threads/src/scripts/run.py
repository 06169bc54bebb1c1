#!/usr/bin/env python3
"""Runs the snippets of the threads against the standalone server: the symptom, the fix, and what the server says of it.

    python3 samples/threads/src/scripts/run.py stubs/target/cxone-auth-stubs-standalone.jar

One line for each check; the last line has the sums. Needs bash, curl, Node with npm, and a Python that has requests.
"""

import base64
import json
import os
import shutil
import subprocess
import sys
import threading
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus

HERE = Path(__file__).resolve().parent
LISTENING = "cxone-auth-stubs listening on "
PATIENCE = 60
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass
class Check:
    """A step of a snippet, and what is expected of it."""

    file: str
    step: str
    client: str
    exchanges: list  # of status and reason, oldest first
    sees: str  # what the snippet prints: the symptom, or the success
    explains: str = ""  # what the server says of the last request that it refused


ISSUED = "200"

CHECKS = [
    Check("curl/001.sh", "asked", "my-client-id", ["401 BODY_NOT_FORM"], "invalid_client", "a JSON object with"),
    Check("curl/001.sh", "works", "my-client-id", [ISSUED], "access_token"),
    Check("curl/001.sh", "works", "MY_CLIENT_ID-and-a-plus", [ISSUED], "access_token"),
    Check("node/001.js", "asked", "my-client-id", ["401 BODY_NOT_FORM"], "Auth failed: 401", "a JSON object with"),
    Check("node/001.js", "answer", "my-client-id", ["401 CLIENT_UNKNOWN"], "Auth failed: 401", "no-value"),
    Check("node/001.js", "works", "my-client-id", [ISSUED], "Token: "),
    Check("curl/002.sh", "asked", "abc123", ["401 BODY_CREDENTIALS_NOT_ACCEPTED"], "Bad client credentials",
          "leave client_secret out of the form"),
    Check("curl/002.sh", "answer", "abc123", [ISSUED], "access_token"),
    Check("curl/002.sh", "answer", "abc123-at-the-longest", [ISSUED], "access_token"),
    Check("curl/002.sh", "answer", "abc123-with-a-long-secret", ["400 HTTP_UNREADABLE"], "400",
          "a header is not"),
    Check("curl/002.sh", "without_n", "abc123", ["401 BASIC_CONTROL_CHARACTER"], "Bad client credentials", "echo -n"),
    Check("curl/002.sh", "without_label", "abc123", ["400 GRANT_TYPE_MISSING"], "invalid_request", "label it with"),
    Check("curl/002.sh", "works", "abc123", [ISSUED], "access_token"),
    Check("curl/002.sh", "works", "abc123-with-a-long-secret", [ISSUED], "access_token"),
    Check("python/thread_002.py", "asked", "abc123", ["401 BODY_CREDENTIALS_NOT_ACCEPTED"], "Bad client credentials",
          "send Authorization: Basic"),
    Check("python/thread_002.py", "bytes_in_header", "abc123", ["401 BASIC_UNREADABLE"], "Bad client credentials",
          ".decode()"),
    Check("python/thread_002.py", "text_in_header", "abc123", [ISSUED], "access_token"),
    Check("python/thread_002.py", "without_label", "abc123", ["400 GRANT_TYPE_MISSING"], "invalid_request",
          "label it with"),
    Check("python/thread_002.py", "encoded_twice", "abc123-with-a-long-secret", ["401 SECRET_WRONG"],
          "Bad client credentials", "encoded-twice"),
    Check("python/thread_002.py", "works", "abc123", [ISSUED], "access_token"),
    Check("python/thread_002.py", "works", "abc123-with-a-long-secret", [ISSUED], "access_token"),
    Check("python/thread_003.py", "asked", "abc-123", ["401 BODY_NOT_FORM"], "401", "a JSON object with"),
    Check("python/thread_003.py", "wrong_scope", "abc-123", ["401 SCOPE_NOT_GRANTED"], "invalid_scope", "cxone:admin"),
    Check("python/thread_003.py", "hidden_character", "abc-123", ["401 SECRET_WRONG"], "401", "invisible-characters"),
    Check("python/thread_003.py", "works", "abc-123", [ISSUED], "access_token"),
    Check("curl/004.sh", "asked", "MY_CLIENT_ID", ["401 CREDENTIALS_MISSING"], "Bad client credentials"),
    Check("curl/004.sh", "asked_with_basic", "MY_CLIENT_ID", ["401 TWO_AUTH_METHODS"], "Bad client credentials",
          "leave the Authorization header out"),
    Check("curl/004.sh", "answer", "MY_CLIENT_ID", [], "curl: ("),
    Check("curl/004.sh", "second_answer", "MY_CLIENT_ID", [ISSUED], "access_token"),
    Check("curl/004.sh", "second_answer", "MY_CLIENT_ID-and-a-plus", ["401 SECRET_WRONG"], "Bad client credentials",
          "plus-as-blank"),
    Check("curl/004.sh", "works", "MY_CLIENT_ID", [ISSUED], "access_token"),
    Check("curl/004.sh", "works", "MY_CLIENT_ID-and-a-plus", [ISSUED], "access_token"),
    Check("node/004.js", "answer", "MY_CLIENT_ID", ["400 SECRET_IN_QUERY"], "Failed: 400", "rotate the secret"),
    Check("node/004.js", "works", "MY_CLIENT_ID", [ISSUED, "200"], "200"),
    Check("node/004.js", "works", "MY_CLIENT_ID-and-a-plus", [ISSUED, "200"], "200"),
    Check("node/004.js", "stale", "MY_CLIENT_ID", [ISSUED, "200", "401 TOKEN_EXPIRED"], "Failed: 401",
          "ask for a new token"),
    Check("node/004.js", "renews", "MY_CLIENT_ID", [ISSUED, "200", "401 TOKEN_EXPIRED", ISSUED, "200"], "200"),
]


class Server:
    """The standalone server as a process, and its control API."""

    def __init__(self, jar, config):
        java = Path(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
        self.process = subprocess.Popen(
            [str(java), "-jar", str(jar), "--port", "0", "--config", str(config)], stdout=subprocess.PIPE, text=True)
        line = self._first_line()
        if not line.startswith(LISTENING):
            self.stop()
            raise RuntimeError(f"the first line of the server was {line!r}, not '{LISTENING}...'")
        self.url = line[len(LISTENING):].strip()

    def _first_line(self):
        lines = []
        reader = threading.Thread(target=lambda: lines.append(self.process.stdout.readline()), daemon=True)
        reader.start()
        reader.join(PATIENCE)
        return lines[0] if lines else ""

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/__admin/cxone{path}", data, method=method)
        with DIRECT.open(request, timeout=PATIENCE) as response:
            text = response.read().decode()
        return json.loads(text) if text else None

    def stop(self):
        """Ends the process as an operator would, and returns its exit status."""
        self.process.terminate()
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


def interpreter_with_requests():
    """The Python on the path is not always the one that the distribution's packages belong to."""
    for candidate in (os.environ.get("PYTHON"), sys.executable, "python3", "/usr/bin/python3"):
        if candidate and subprocess.run([candidate, "-c", "import requests"], capture_output=True).returncode == 0:
            return candidate
    raise RuntimeError("no Python has the package requests: install it, or name a Python that has it in PYTHON")


def install_axios():
    folder = HERE / "node"
    if not (folder / "node_modules" / "axios").is_dir():
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError("there is no npm on the path: install Node 18 or newer")
        subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)


def command(check, python):
    programs = {".sh": "bash", ".py": python, ".js": "node"}
    return [programs[Path(check.file).suffix], str(HERE / check.file), check.step]


def environment(check, server, secrets):
    proxies = ("http_proxy", "https_proxy", "all_proxy")
    inherited = {name: value for name, value in os.environ.items() if name.lower() not in proxies}
    return inherited | {
        "CXONE": server.url, "CLIENT_ID": check.client, "CLIENT_SECRET": secrets[check.client], "PYTHONUTF8": "1"}


def betrayed(text, client, secret):
    """Whether a text shows the secret: as it is, form-encoded, or in the base64 of Basic, whatever that ends with."""
    basic = base64.b64encode(f"{client}:{secret}".encode()).decode()
    return any(form in text for form in (secret, quote_plus(secret), basic[:76].rstrip("=")[:-4]))


def explained(refused):
    """Why a request was refused, and what the client did."""
    return " ".join([refused["seen"], refused["advice"], *(found["name"] for found in refused["findings"])])


def fault(check, server, secrets, python):
    """Runs a step and returns what is wrong with it; an empty text if nothing is."""
    server.call("POST", "/reset", {})
    done = subprocess.run(
        command(check, python), env=environment(check, server, secrets), timeout=PATIENCE,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    exchanges = server.call("GET", "/exchanges")["exchanges"]
    seen = [f"{each['status']} {each['reason'] or ''}".strip() for each in exchanges]
    if seen != check.exchanges:
        return f"expected the exchanges {check.exchanges} but there were {seen}"
    if check.sees not in done.stdout:
        return f"expected the snippet to print {check.sees!r}"
    refused = [each for each in exchanges if each["reason"]]
    if check.explains and check.explains not in explained(refused[-1]):
        return f"expected {check.explains!r} in: {explained(refused[-1])}"
    if betrayed(json.dumps(exchanges), check.client, secrets[check.client]):
        return "the exchanges show the secret"
    return ""


def run(checks, server, secrets, python):
    failed = 0
    for check in checks:
        try:
            wrong = fault(check, server, secrets, python)
        except (OSError, subprocess.SubprocessError) as error:
            wrong = str(error)
        failed += bool(wrong)
        told = wrong or ", ".join(check.exchanges) or "no request"
        print(f"{'FAILED' if wrong else 'ok':6} {check.file} {check.step} ({check.client}): {told}", flush=True)
    return failed


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    config = HERE / "cxone.json"
    secrets = {client["id"]: client["secret"] for client in json.loads(config.read_text())["clients"]}
    try:
        python = interpreter_with_requests()
        install_axios()
        server = Server(arguments[0], config)
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        print(f"FAILED the checks could not begin: {error}\n0 passed, 1 failed")
        return 1
    try:
        failed = run(CHECKS, server, secrets, python)
    finally:
        status = server.stop()
    clean = status in (0, 143, -15)
    print(f"{'ok' if clean else 'FAILED':6} the server stopped with exit status {status}")
    failed += not clean
    print(f"{len(CHECKS) + 1 - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
