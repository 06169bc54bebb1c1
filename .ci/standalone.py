"""The standalone server, as the checks start and ask it."""
import itertools
import json
import subprocess
import urllib.error
import urllib.parse
import urllib.request

PATIENCE = 20


class Server:
    """The runnable jar on a port of its own."""

    def __init__(self, jar, port=0, arguments=()):
        self.process = subprocess.Popen(
            ["java", "-jar", jar, "--port", str(port), *arguments], stdout=subprocess.PIPE, text=True)
        self.base = self.process.stdout.readline().strip().rsplit(" ", 1)[1]
        self.port = int(self.base.rsplit(":", 1)[1])
        self.greeting = list(itertools.takewhile(lambda line: not line.startswith("GET "), self.process.stdout))

    def ask(self, path, body=None, method=None, **headers):
        data = body if body is None or isinstance(body, bytes) else body.encode()
        request = urllib.request.Request(self.base + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.read().decode()

    def control(self, path, body=None, method=None):
        said = self.ask("/__admin/cxone" + path, None if body is None else json.dumps(body), method)
        return json.loads(said) if said else {}

    def token(self, **form):
        form = {"grant_type": "client_credentials", **form}
        return self.ask("/oauth/token", urllib.parse.urlencode(form))

    def stop(self):
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.process.stdout.close()
