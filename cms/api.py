"""The open interface `/api/v1/`: every room's part under one roof, with its own description, made from the code."""

from copy import deepcopy
from functools import cache

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from catalog.api import router as catalog_router
from cms.core.addresses import absolute
from cms.core.dates import today
from cms.core.errors import DomainError
from cms.core.open_door import JSON, PER_MINUTE, open_door, problem
from home.api import figures_router
from home.api import router as authorities_router
from workflow.api import router as deadline_router

VERSION = "1.0.0"
app_name = "api"
_TITLE = "Dữ liệu mở về tiếp cận thông tin"
_LEAD = f"""Chỉ để đọc; không cần khóa, không cần tài khoản. Mọi thứ ở đây đều đã công khai trên trang.

Mỗi địa chỉ mạng đọc được {PER_MINUTE} lần một phút; quá số đó trả lời 429 kèm Retry-After. Câu trả lời có ETag:
gửi lại bằng If-None-Match thì nhận 304 khi chưa có gì đổi. Danh sách chia trang: lấy next_cursor của trang trước làm
cursor. Tên tham số sai bị từ chối bằng 422, không bị bỏ qua."""


class _Plain(JSONRenderer):
    """Vietnamese as it is written, without blanks between."""

    json_dumps_params = {"ensure_ascii": False, "separators": (",", ":")}


api = NinjaAPI(
    title=_TITLE,
    version=VERSION,
    description=_LEAD,
    urls_namespace=app_name,
    openapi_url=None,
    docs_url=None,
    renderer=_Plain(),
)
api.get_openapi_operation_id = lambda operation: operation.view_func.__name__
for router in (authorities_router, catalog_router, figures_router, deadline_router):
    api.add_router("", router)


# --- what goes wrong -------------------------------------------------------------------------------------------------
@api.exception_handler(Http404)
def _missing(request, error):
    return problem(404, str(error) or _("Không có gì ở địa chỉ này."))


@api.exception_handler(DomainError)
def _refused(request, error):
    return problem(422, str(error), [(error.field, str(error))] if error.field else ())


@api.exception_handler(ValidationError)
def _invalid(request, error):
    slips = [(str(one["loc"][-1]), _said(one)) for one in error.errors]
    return problem(422, _("Có tham số chưa đúng."), slips)


def _said(slip) -> str:
    """The library's finding as a sentence."""
    kind, context = slip["type"], slip.get("ctx", {})
    sentences = {
        "missing": _("Cần tham số này."),
        "int_parsing": _("Cần một số nguyên."),
        "greater_than_equal": _("Nhỏ nhất là %s.") % context.get("ge"),
        "less_than_equal": _("Lớn nhất là %s.") % context.get("le"),
        "enum": _("Chỉ nhận: %s.") % context.get("expected"),
        "literal_error": _("Chỉ nhận: %s.") % context.get("expected"),
        "string_too_long": _("Dài nhất %s ký tự.") % context.get("max_length"),
        "string_pattern_mismatch": _("Có ký tự không dùng được ở đây."),
    }
    return sentences.get(kind, _("Giá trị này không đọc được. Xem cách viết trong tài liệu."))


# --- the description -------------------------------------------------------------------------------------------------
@cache
def document() -> dict:
    """OpenAPI 3.1, made from the operations themselves, with what the door adds to each of them."""
    # As plain values: titles are translated lazily, and the library's own object is no mapping that may be changed.
    told = deepcopy(dict(api.get_openapi_schema(path_prefix="")))
    told["servers"] = [{"url": absolute(reverse("api:page")).rstrip("/")}]
    told["externalDocs"] = {"url": absolute(reverse("home:open_data")), "description": "Điều kiện dùng lại, ví dụ"}
    for operation in (methods["get"] for methods in told["paths"].values()):
        for parameter in operation["parameters"]:
            parameter["schema"] = _as_sent(parameter["schema"])
        answers = operation["responses"]
        answers[200]["headers"] = {
            "ETag": {"schema": {"type": "string"}, "description": "Dấu của câu trả lời"},
            "Cache-Control": {"schema": {"type": "string"}},
        }
        answers[304] = {"description": "Chưa có gì đổi từ câu trả lời mang ETag đó"}
        answers[429]["headers"] = {"Retry-After": {"schema": {"type": "integer"}, "description": "Giây"}}
    return told


def _as_sent(schema) -> dict:
    """A parameter's shape as an address can hold it: left out, never null."""
    kinds = [kind for kind in schema.pop("anyOf", ()) if kind.get("type") != "null"]
    return schema | kinds[0] if kinds else schema


@open_door
def openapi(request):
    """`/api/v1/openapi.json`"""
    return HttpResponse(api.renderer.render(request, document(), response_status=200), content_type=JSON)


def page(request):
    """`/api/v1/`: the same description for people, readable without a script."""
    told, by_tag = document(), {}
    for address, methods in told["paths"].items():
        operation = methods["get"]
        required = [one for one in operation["parameters"] if one["required"]]
        by_tag.setdefault(operation["tags"][0], []).append(
            {
                "path": told["servers"][0]["url"] + address,
                "name": address,
                "summary": operation["summary"],
                "meaning": operation.get("description", ""),
                "parameters": [_parameter(one) for one in operation["parameters"]],
                "can_try": not required,
            }
        )
    lead = told["info"]["description"].split("\n\n")
    context = {"lead": lead, "groups": by_tag.items(), "day": today(), "here": "open_data"}
    return render(request, "home/open_api.html", context)


def _parameter(one) -> dict:
    schema = one["schema"]
    for kind in (schema, *schema.get("allOf", ())):
        if "$ref" in kind:
            schema = document()["components"]["schemas"][kind["$ref"].rpartition("/")[2]]
        elif "enum" in kind:
            schema = kind
    return {
        "name": one["name"],
        "meaning": one.get("description", ""),
        "is_required": one["required"],
        "values": schema.get("enum", ()),
    }


# --- addresses -------------------------------------------------------------------------------------------------------
@open_door
def unknown(request, rest):
    return problem(404, _("Không có gì ở địa chỉ này. Xem các địa chỉ ở /api/v1/."))


def _strict(view, names):
    """A filter that nobody knows would silently give everything; it is refused instead."""

    def strictly(request, **kwargs):
        slips = [(name[:60], _("Không có tham số này.")) for name in request.GET if name not in names]
        return problem(422, _("Có tham số chưa đúng."), slips) if slips else view(request, **kwargs)

    return open_door(strictly)


def _operations():
    """The library's addresses, each behind the open door."""
    patterns, _app, _namespace = api.urls
    told = api.get_openapi_schema(path_prefix="")
    for pattern in patterns:
        address = "/" + "".join(f"{{{part}}}" if at % 2 else part for at, part in enumerate(_parts(pattern)))
        if address in told["paths"]:
            parameters = told["paths"][address]["get"]["parameters"]
            names = {one["name"] for one in parameters if one["in"] == "query"}
            yield path(str(pattern.pattern), _strict(pattern.callback, names), name=pattern.name)


def _parts(pattern):
    """items/<code>/versions → "items/", "code", "/versions"."""
    return str(pattern.pattern).replace(">", "<").split("<")


urlpatterns = [
    path("", page, name="page"),
    path("openapi.json", openapi, name="document"),
    *_operations(),
    path("<path:rest>", unknown, name="unknown"),
]
