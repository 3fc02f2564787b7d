"""Addresses under /admin/mau-cau-chu/. A paper stands under its owner and its form; a key has at most nine digits."""

from django.urls import path, register_converter

from workflow.desk.wording import answers, views
from workflow.letters.wording import FORMS


class Paper:
    """The form's code in small letters with hyphens: time-limit."""

    regex = "|".join(form.lower().replace("_", "-") for form in FORMS)

    def to_python(self, value):
        return value.upper().replace("-", "_")

    def to_url(self, value):
        return value.lower().replace("_", "-")


class Key:
    regex = "[0-9]{1,9}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


register_converter(Paper, "wording_form")
register_converter(Key, "wording_key")

app_name = "wording"
urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("van-ban/<slug:owner>/<wording_form:form>/", views.PaperView.as_view(), name="paper"),
    path("van-ban/<slug:owner>/<wording_form:form>/doi/", views.ChangeView.as_view(), name="change"),
    path("de-nghi/<wording_key:pk>/", views.ProposalView.as_view(), name="proposal"),
    path("tra-loi/", answers.AnswersView.as_view(), name="answers"),
    path("tra-loi/<wording_key:pk>/", answers.AnswerView.as_view(), name="answer"),
    path("tra-loi/<slug:owner>/moi/", answers.NewAnswerView.as_view(), name="new_answer"),
]
