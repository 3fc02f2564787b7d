"""What everything is weighed against: U, an empty answer of Django's over HTTP, and L, a plain list of twenty rows."""

from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.template import engines
from django.urls import path

ROOT_URLCONF = __name__
MIDDLEWARE = []
SECRET_KEY = "chi-dung-de-do-toc-do"
ALLOWED_HOSTS = ["127.0.0.1"]
LOGGING_CONFIG = None

_TABLE = """<!doctype html><title>Danh sách</title><table>{% for item in items %}
<tr><td>{{ item.code }}</td><td>{{ item.title }}</td><td>{{ item.number }}</td><td>{{ item.created_on|date:"d/m/Y" }}</td>
<td>{{ item.published_on|date:"d/m/Y" }}</td></tr>{% endfor %}</table>"""


def empty(request):
    """U."""
    return HttpResponse("Chào")


def plain_list(request):
    """L: twenty rows of the largest model, read by the ORM and drawn by a template."""
    from catalog.models import InformationItem

    items = InformationItem.objects.order_by("pk")[:20]
    return HttpResponse(engines["django"].from_string(_TABLE).render({"items": items}, request))


urlpatterns = [path("", empty)]


def application(environ, start_response):
    """WSGI: made at the first request, so that this module can be its own settings."""
    global _made
    _made = _made or get_wsgi_application()
    return _made(environ, start_response)


_made = None
