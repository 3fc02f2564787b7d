"""`/du-lieu-mo/` and `/<mã>/du-lieu-mo/`: what anybody may take away, where, and on which terms."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.exports import KINDS
from cms.core.addresses import absolute
from cms.core.authority_url import authority_or_404
from cms.core.dates import today
from cms.core.models import Authority
from cms.core.open_door import PER_MINUTE
from home.embedding import PIECES


@require_safe
def whole_site(request):
    """Everything of the installation, and the page of each authority."""
    authorities = Authority.objects.open().order_by("kind", "name").only("code", "name")
    everything = [
        (_("Các cơ quan, theo trang"), _api("authorities")),
        (_("Mọi mục đang công khai"), _api("items")),
        (_("Mục thay đổi, cũ trước, để chép đủ"), f"{_api('items')}?order=changed"),
        (_("Mục đã gỡ"), _api("withdrawn")),
        (_("Thay đổi gần đây (Atom)"), absolute(reverse("catalog:all_changes"))),
        (_("Danh mục theo chuẩn DCAT (JSON-LD)"), absolute(reverse("catalog:all_dcat"))),
        (_("Việc phải có của các cơ quan"), _api("compliance_of_all")),
    ]
    return _page(request, everything, {"authorities": authorities, "example": f"{_api('items')}?limit=10"})


@require_safe
def one_authority(request, code):
    """What one authority has: lists as files, changes, figures."""
    request.authority = authority_or_404(code)
    items = f"{_api('items')}?authority={code}"
    everything = [
        (_("Mọi mục đang công khai"), items),
        (_("Các danh mục và số mục"), _api("catalog", code)),
        (_("Mục đã gỡ"), f"{_api('withdrawn')}?authority={code}"),
        (_("Thay đổi gần đây (Atom)"), absolute(reverse("catalog:changes", args=[code]))),
        (_("Danh mục theo chuẩn DCAT (JSON-LD)"), absolute(reverse("catalog:dcat", args=[code]))),
        (_("Cơ quan công khai đến đâu (JSON)"), absolute(reverse("catalog:meters_json", args=[code]))),
        (_("Cơ quan và đầu mối"), _api("authority", code)),
        (_("Số liệu trả lời yêu cầu"), _api("statistics", code)),
        (_("Việc phải có theo luật"), _api("compliance", code)),
    ]
    files = [
        (piece.title, [(kind.upper(), reverse("catalog:list_file", args=[code, slug, kind])) for kind in KINDS])
        for slug, piece in PIECES.items()
    ]
    return _page(request, everything, {"files": files, "example": f"{items}&limit=10"})


def _api(name, *args):
    return absolute(reverse(f"api:{name}", args=args))


def _page(request, everything, context):
    return render(
        request,
        "home/open_data.html",
        {"everything": everything, "per_minute": PER_MINUTE, "day": today(), "here": "open_data"} | context,
    )
