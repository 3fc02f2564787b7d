"""What every template may use without asking. Nothing is read before a template shows it."""

from django.utils.functional import SimpleLazyObject

from cms.core.authority_url import focal_of, host_authority, last_seen, last_seen_of_path
from cms.core.navigation import navigation

DISPLAY_COOKIE = "hien-thi"
SIZES = {"vua": "", "lon": "size-l", "rat-lon": "size-xl"}
CONTRAST = {"thuong": "", "cao": "contrast"}


def display(request) -> dict:
    """The text size and contrast that the reader chose; anything else in the cookie is ignored."""
    chosen = request.COOKIES.get(DISPLAY_COOKIE, "").split(".")
    size = next((part for part in chosen if part in SIZES), "vua")
    contrast = "cao" in chosen
    classes = " ".join(filter(None, (SIZES[size], CONTRAST["cao" if contrast else "thuong"])))
    return {"size": size, "contrast": contrast, "classes": classes}


def shell(request) -> dict:
    """The frame's words where nothing may be read any more: what the request already knows, and no menu."""
    authority = getattr(request, "authority", None) or last_seen_of_path(request.path_info)
    answers = authority or last_seen("")
    return {
        "request": request,
        "authority": authority,
        "focal": getattr(answers, "focal", None),
        "answers": answers,
        "menu": {"site_name": "", "pages": [], "section": []},
        "display": display(request),
    }


def site(request) -> dict:
    """`authority` is the one the address names, if any; `answers` and `focal` say who answers for this page."""
    authority = getattr(request, "authority", None)
    answers = authority or SimpleLazyObject(host_authority)
    code = authority.code if authority else ""
    return {
        "authority": authority,
        "answers": answers,
        "focal": SimpleLazyObject(lambda: focal_of(answers or None)),
        "menu": SimpleLazyObject(lambda: navigation(code)),
        "site_name": SimpleLazyObject(lambda: navigation(code)["site_name"]),
        "display": display(request),
    }
