"""/admin/thong-ke/ and what stands below it."""

from django.urls import path

from home.statistics.desk import board_views, views

app_name = "statistics"
urlpatterns = [
    path("", views.TableView.as_view(), name="table"),
    path("bieu-do/", board_views.BoardView.as_view(), name="board"),
    path("tep/", views.FileView.as_view(), name="file"),
    path("so/<slug:figure>/", views.FigureView.as_view(), name="figure"),
]
