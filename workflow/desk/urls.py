"""Addresses of the desk under the admin. A case stands under its number: /admin/ho-so/SV-261112-0003/."""

from django.urls import path, register_converter

from workflow.desk import case, entry, handover, move_view, saved_filters, signing, waiting
from workflow.desk.corrections import views as corrections


class CaseNumber:
    """Capitals, digits and hyphens; the lists' own addresses are lower case and cannot be meant."""

    regex = "[A-Z0-9]+(?:-[A-Z0-9]+)+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(CaseNumber, "case_number")

app_name = "desk"
urlpatterns = [
    path("nhap-phieu/", entry.EntryView.as_view(), name="entry"),
    path("cho-ky/", signing.SignQueueView.as_view(), name="to_sign"),
    path("cho-ky/<int:pk>/", signing.SignView.as_view(), name="sign"),
    path("cho-ky/<int:pk>/<str:form>/", signing.DraftPaperView.as_view(), name="draft"),
    path("cho-phat-hanh/", waiting.IssueQueueView.as_view(), name="to_issue"),
    path("ra-tep/", waiting.FileQueueView.as_view(), name="to_check"),
    path("ban-giao/", handover.HandoverView.as_view(), name="handover"),
    path("bo-loc/", saved_filters.SavedFiltersView.as_view(), name="filters"),
    path("bo-loc/<int:pk>/bo/", saved_filters.DropFilterView.as_view(), name="drop_filter"),
    path("kien-nghi/so/", corrections.RegisterView.as_view(), name="correction_register"),
    path("kien-nghi/<case_number:code>/", corrections.CorrectionView.as_view(), name="correction"),
    path("kien-nghi/<case_number:code>/ma-tra-cuu/", corrections.CodeView.as_view(), name="correction_code"),
    path("kien-nghi/<case_number:code>/tep/<int:pk>/", corrections.FileView.as_view(), name="correction_file"),
    path("kien-nghi/<case_number:code>/<slug:move>/", corrections.MoveView.as_view(), name="correction_move"),
    path("ho-so/<case_number:code>/", case.CaseView.as_view(), name="case"),
    path("ho-so/<case_number:code>/ma-tra-cuu/", case.CodeView.as_view(), name="code"),
    path("ho-so/<case_number:code>/so-giay-to/", case.UnmaskView.as_view(), name="unmask"),
    path("ho-so/<case_number:code>/phieu-tiep-nhan/", case.ReceiptView.as_view(), name="receipt"),
    path("ho-so/<case_number:code>/van-ban/<int:pk>/", case.LetterView.as_view(), name="letter"),
    path("ho-so/<case_number:code>/tep/<int:pk>/", case.FileView.as_view(), name="file"),
    path("ho-so/<case_number:code>/<slug:move>/", move_view.MoveView.as_view(), name="move"),
]
