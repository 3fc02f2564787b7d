"""The open pages of the proof: the public keys, the newest checkpoint, and the program that checks an export.

Anybody who keeps a checkpoint is a witness. It tells how many entries there are and their hash, nothing of what they say.
"""

from pathlib import Path

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.audit import verify_export
from cms.audit.models import Checkpoint, CheckpointKey

_TEXT = "text/plain; charset=utf-8"


@require_safe
def proof(request):
    """What the record proves, how to check it, and with what."""
    newest = Checkpoint.objects.select_related("key").order_by("-number").first()
    return render(request, "audit/proof.html", {"newest": newest, "keys": CheckpointKey.objects.order_by("-pk")})


@require_safe
def public_keys(request):
    """Every key that has ever signed, newest first, one a line; the program takes this very file."""
    lines = [str(key) for key in CheckpointKey.objects.order_by("-pk")]
    return HttpResponse("".join(f"{line}\n" for line in lines), content_type=_TEXT)


@require_safe
def newest(request):
    """The newest checkpoint as it was signed."""
    text = Checkpoint.objects.order_by("-number").values_list("text", flat=True).first()
    if text is None:
        raise Http404("Chưa có điểm kiểm chứng")
    return HttpResponse(text, content_type=_TEXT)


@require_safe
def program(request):
    """The stand-alone program, as a file to keep."""
    source = Path(verify_export.__file__).open("rb")
    return FileResponse(
        source, as_attachment=True, filename="kiem-chung.py", content_type="text/x-python; charset=utf-8"
    )
