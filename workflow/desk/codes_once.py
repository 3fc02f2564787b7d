"""A tracking code is shown once after it was made; until then it waits encrypted in the officer's own session."""

from cms.core.secrets import cipher

_KEY = "desk_code_once"


def keep(request, case, code: str) -> None:
    """Keep the code of one case for the very next page."""
    request.session[_KEY] = [case.code, cipher().encrypt(code.encode()).decode()]


def take(request, case) -> str:
    """The code, and forget it; empty when it was shown already."""
    kept = request.session.pop(_KEY, None)
    if not kept or kept[0] != case.code:
        return ""
    return cipher().decrypt(kept[1].encode()).decode()
