"""/kiem-chung/: what anybody needs to check the record; every answer is open."""

from django.urls import path

from cms.audit import views

app_name = "audit"
urlpatterns = [
    path("kiem-chung/", views.proof, name="proof"),
    path("kiem-chung/khoa-cong-khai", views.public_keys, name="public_keys"),
    path("kiem-chung/diem-moi-nhat", views.newest, name="newest"),
    path("kiem-chung/kiem-chung.py", views.program, name="program"),
]
