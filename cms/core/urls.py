from django.urls import path

from cms.core import views

app_name = "core"
urlpatterns = [
    path("hien-thi/", views.display, name="display"),
    path("huu-ich/", views.useful, name="useful"),
]
