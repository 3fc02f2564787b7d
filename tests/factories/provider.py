"""An identity provider on this machine: it speaks HTTP, signs its tokens, and lies where a test wants it to."""

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "minh-bach", "bi-mat-cua-kiem-thu"


class Provider:
    """`claims` change what its tokens say (None leaves a claim out); `sign` makes the token; `broken` names a silence."""

    def __init__(self):
        self.key, self.other_key = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _n in range(2))
        self.claims, self.broken, self.codes, self.asked = {}, "", {}, []
        self.sign = self.rightly
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    # --- how a token is signed -----------------------------------------------------------------------------------
    def rightly(self, claims):
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "mot"})

    def by_a_stranger(self, claims):
        return jwt.encode(claims, self.other_key, algorithm="RS256", headers={"kid": "mot"})

    def by_an_unknown_key(self, claims):
        return jwt.encode(claims, self.other_key, algorithm="RS256", headers={"kid": "hai"})

    def not_at_all(self, claims):
        return jwt.encode(claims, None, algorithm="none", headers={"kid": "mot"})

    def by_a_shared_secret(self, claims):
        return jwt.encode(claims, SECRET * 3, algorithm="HS256", headers={"kid": "mot"})

    def as_nonsense(self, claims):
        return "khong.phai.token"

    # --- what it answers -----------------------------------------------------------------------------------------
    def description(self):
        told = {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/keys"}
        told |= {f"{name}_endpoint": f"{self.issuer}/{name}" for name in ("authorization", "token")}
        return told | ({"issuer": "https://khac.example"} if self.broken == "issuer" else {})

    def keys(self):
        return {"keys": [jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True) | {"kid": "mot"}]}

    def authorize(self, asked):
        """A person who agrees: back with a code."""
        code = f"ma-{len(self.codes)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, form, authorization):
        """The token for a code: once, to the right client, to whoever knows the verifier."""
        self.asked.append(form)
        asked = self.codes.pop(form["code"], None)
        right = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        shown = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        if (
            asked is None
            or authorization != f"Basic {right}"
            or asked["code_challenge_method"] != "S256"
            or asked["code_challenge"] != shown
            or asked["redirect_uri"] != form["redirect_uri"]
        ):
            return None
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "sub": "cong-dan-so-7", "iat": now, "exp": now + 300}
        claims = {name: value for name, value in (claims | {"nonce": asked["nonce"]} | self.claims).items() if value}
        return {"access_token": "x", "token_type": "Bearer", "id_token": self.sign(claims)}

    def _handler(provider):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                parts = urlsplit(self.path)
                if parts.path == "/authorization":
                    self.send_response(302)
                    self.send_header("Location", provider.authorize(dict(parse_qsl(parts.query))))
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                elif parts.path == "/keys":
                    self.tell(provider.keys())
                else:
                    self.tell(None if provider.broken == "silent" else provider.description())

            def do_POST(self):
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                told = provider.token(
                    {name: values[0] for name, values in form.items()}, self.headers.get("Authorization")
                )
                self.tell(told)

            def tell(self, told):
                body = json.dumps(told or {"error": "invalid_grant"}).encode()
                self.send_response(200 if told else 400)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                """Nothing on the screen."""

        return Handler
