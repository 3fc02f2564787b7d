"""Every public address of this room; the desk's are in the Wagtail admin."""

from django.urls import include, path

app_name = "workflow"
urlpatterns = [path("", include("workflow.public.urls"))]
