"""The one way out of this server over HTTP: to ask whether an address that somebody typed still answers, nothing else;
and to hand a text to an address that only the operator can set (`put`).

Of what somebody typed: only hosts of the installation's own list, only addresses of the public network, decided after the
name was resolved and connected to as resolved; no redirect is followed, no body is read (security.md, outgoing requests).
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

AGENT = "MinhBach-kiem-tra-duong-dan"
#: Signs of an address that stand for themselves; letters with marks are written in percent.
_AS_IT_IS = "%/:=&?~+!$,;'@()*[]"


class NotAllowed(Exception):
    """This address is none of ours to ask: nothing was sent."""


class NoAnswer(Exception):
    """It was asked, and did not answer as a web server does, or not in time."""


def is_public(address: str) -> bool:
    """Whether an IP address is of the public network, also where another one hides inside it."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner = [getattr(ip, name, None) for name in ("ipv4_mapped", "sixtofour")]
    teredo = getattr(ip, "teredo", None)
    inner += list(teredo or ())
    if ip.version == 6 and ip in ipaddress.ip_network("64:ff9b::/96"):
        inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return all(one.is_global and not one.is_multicast for one in (ip, *filter(None, inner)))


@dataclass(frozen=True)
class Rules:
    """Whom one may ask, and for how long. `seconds` is the whole time of one question after the name is known."""

    hosts: frozenset[str]
    ports: frozenset[int] = frozenset({80, 443})
    seconds: float = 5.0
    lets_through: Callable[[str], bool] = is_public
    resolve: Callable = socket.getaddrinfo


def is_listed(url: str, hosts) -> bool:
    """Whether the address names a host of the list, by a scheme that can be asked."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and (parts.hostname or "") in hosts
    except ValueError:
        return False


def status_of(url: str, rules: Rules) -> int:
    """The status with which the address answers. Raises NotAllowed where it may not be asked, NoAnswer else."""
    parts, port = _parts(url, rules)
    address = _address(parts.hostname, port, rules)
    status = _ask("HEAD", parts, port, address, rules)
    # Some servers know only GET; its body stays unread.
    return _ask("GET", parts, port, address, rules) if status in (405, 501) else status


def put(url: str, body: bytes, rules: Rules, headers: dict) -> int:
    """Hand `body` to an address of the operator's own settings; the status it answers with. Raises as `status_of`."""
    parts, port = _parts(url, rules)
    return _ask("PUT", parts, port, _address(parts.hostname, port, rules), rules, body, headers)


def _parts(url: str, rules: Rules) -> tuple[SplitResult, int]:
    if not is_listed(url, rules.hosts):
        raise NotAllowed(url)
    parts = urlsplit(url)
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise NotAllowed(url) from error
    if port not in rules.ports or parts.username is not None or parts.password is not None:
        raise NotAllowed(url)
    return parts, port


def _address(host: str, port: int, rules: Rules) -> str:
    """One address of the host. All of them must be public: the next answer of a name server may be another one."""
    try:
        found = [row[4][0] for row in rules.resolve(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise NoAnswer(host) from error
    if not found:
        raise NoAnswer(host)
    if not all(rules.lets_through(address) for address in found):
        raise NotAllowed(host)
    return found[0]


def _ask(
    method: str, parts: SplitResult, port: int, address: str, rules: Rules, body: bytes | None = None, headers=None
) -> int:
    connection = http.client.HTTPConnection(parts.hostname, port, timeout=rules.seconds)
    late = threading.Timer(rules.seconds, _hang_up, [connection])
    late.daemon = True
    late.start()
    try:
        # To the address that was looked at, never to the name once more.
        connection.sock = socket.create_connection((address, port), timeout=rules.seconds)
        if parts.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(connection.sock, server_hostname=parts.hostname)
        target = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_AS_IT_IS)
        told = {"User-Agent": AGENT, "Accept": "*/*", "Connection": "close"} | (headers or {})
        connection.request(method, target, body=body, headers=told)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NoAnswer(parts.hostname) from error
    finally:
        late.cancel()
        connection.close()


def _hang_up(connection):
    """The time is over: a server that sends a byte a minute keeps nobody waiting."""
    try:
        connection.sock.shutdown(socket.SHUT_RDWR)
    except (OSError, AttributeError):
        return
