from django.urls import path

from cms.core import health, views

app_name = "core"
urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("hien-thi/", views.display, name="display"),
    path("huu-ich/", views.useful, name="useful"),
]
