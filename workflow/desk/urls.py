"""Addresses of the desk under the admin. A case stands under its number: /admin/ho-so/SV-261112-0003/."""

from django.urls import path, register_converter

from workflow.desk import (
    case,
    closing,
    due_calendar,
    entry,
    handover,
    move_view,
    papers,
    register,
    saved_filters,
    signing,
    similar,
    waiting,
)
from workflow.desk.books import batch_views, numbering_views, register_views
from workflow.desk.corrections import views as corrections
from workflow.desk.inspections import views as inspections
from workflow.desk.readings import views as readings
from workflow.desk.remedies import views as remedies
from workflow.desk.retention import views as retention


class CaseNumber:
    """Capitals, digits and hyphens; the lists' own addresses are lower case and cannot be meant."""

    regex = "[A-Z0-9]+(?:-[A-Z0-9]+)+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class CitizensPaper(CaseNumber):
    regex = "|".join(papers.CITIZENS)


class PaperKind(CaseNumber):
    regex = "|".join(papers.DRAW)


register_converter(CaseNumber, "case_number")
register_converter(CitizensPaper, "citizens_paper")
register_converter(PaperKind, "paper_kind")

app_name = "desk"
urlpatterns = [
    path("nhap-phieu/", entry.EntryView.as_view(), name="entry"),
    path("cho-ky/", signing.SignQueueView.as_view(), name="to_sign"),
    path("cho-ky/<int:pk>/", signing.SignView.as_view(), name="sign"),
    path("cho-ky/<int:pk>/<str:form>/", signing.DraftPaperView.as_view(), name="draft"),
    path("cho-ky/<int:pk>/<str:form>/pdf/", signing.DraftPdfView.as_view(), name="draft_pdf"),
    path("cho-ky/<int:pk>/<str:form>/docx/", papers.DraftDocxView.as_view(), name="draft_docx"),
    path("cho-phat-hanh/", waiting.IssueQueueView.as_view(), name="to_issue"),
    path("so-van-ban/di/", register_views.OutgoingView.as_view(), name="outgoing"),
    path("so-van-ban/den/", register_views.IncomingView.as_view(), name="incoming"),
    path("so-van-ban/phat-hanh/", batch_views.BatchesView.as_view(), name="batches"),
    path("so-van-ban/phat-hanh/<int:pk>/", batch_views.BatchView.as_view(), name="batch"),
    path("so-van-ban/danh-so/", numbering_views.NumberingView.as_view(), name="numbering"),
    path("ra-tep/", waiting.FileQueueView.as_view(), name="to_check"),
    path("ban-giao/", handover.HandoverView.as_view(), name="handover"),
    path("bo-loc/", saved_filters.SavedFiltersView.as_view(), name="filters"),
    path("bo-loc/<int:pk>/bo/", saved_filters.DropFilterView.as_view(), name="drop_filter"),
    path("so-theo-doi/", register.RegisterView.as_view(), name="register"),
    path("so-theo-doi/khoa-so/", closing.VolumesView.as_view(), name="volumes"),
    path("so-theo-doi/khoa-so/<int:pk>/", closing.VolumeView.as_view(), name="volume"),
    path("so-theo-doi/khoa-so/<int:pk>/ban-in.pdf", closing.VolumeFileView.as_view(), name="volume_file"),
    path("lich-han/", due_calendar.DueCalendarView.as_view(), name="due_calendar"),
    path("so-theo-doi/xuat/<int:pk>/", register.ExportView.as_view(), name="register_export"),
    path("so-theo-doi/xuat/<int:pk>/tep/", register.ExportFileView.as_view(), name="register_file"),
    path("kien-nghi/so/", corrections.RegisterView.as_view(), name="correction_register"),
    path("kien-nghi/<case_number:code>/", corrections.CorrectionView.as_view(), name="correction"),
    path("kien-nghi/<case_number:code>/ma-tra-cuu/", corrections.CodeView.as_view(), name="correction_code"),
    path("kien-nghi/<case_number:code>/tep/<int:pk>/", corrections.FileView.as_view(), name="correction_file"),
    path("kien-nghi/<case_number:code>/<slug:move>/", corrections.MoveView.as_view(), name="correction_move"),
    path("kiem-tra/", inspections.ListView.as_view(), name="inspections"),
    path("kiem-tra/moi/", inspections.EntryView.as_view(), name="inspection_entry"),
    path("kiem-tra/<int:pk>/", inspections.InspectionView.as_view(), name="inspection"),
    path("kiem-tra/<int:pk>/<slug:act>/", inspections.ActView.as_view(), name="inspection_act"),
    path("kiem-tra/ket-luan/<int:pk>/<slug:act>/", inspections.FindingActView.as_view(), name="finding_act"),
    path("khieu-nai/so/", remedies.RegisterView.as_view(), name="remedy_register"),
    path("khieu-nai/<case_number:code>/", remedies.RemedyView.as_view(), name="remedy"),
    path("khieu-nai/<case_number:code>/ai-to-cao/", remedies.DenouncerView.as_view(), name="remedy_denouncer"),
    path("khieu-nai/<case_number:code>/tep/<int:pk>/", remedies.FileView.as_view(), name="remedy_file"),
    path("khieu-nai/<case_number:code>/<slug:move>/", remedies.MoveView.as_view(), name="remedy_move"),
    path("ho-so/<case_number:code>/khieu-nai/", remedies.EntryView.as_view(), name="remedy_entry"),
    path("doc-du-lieu/", readings.ReadingsView.as_view(), name="readings"),
    path("doc-du-lieu/<int:pk>/", readings.FlagView.as_view(), name="reading_flag"),
    path("luu-tru/", retention.DueView.as_view(), name="retention"),
    path("luu-tru/cho-quyet-dinh/", retention.WaitingView.as_view(), name="retention_waiting"),
    path("luu-tru/thoi-han/", retention.ScheduleView.as_view(), name="retention_periods"),
    path("ho-so/<case_number:code>/luu-tru/", retention.CaseRetentionView.as_view(), name="case_retention"),
    path("ho-so/<case_number:code>/", case.CaseView.as_view(), name="case"),
    path("ho-so/<case_number:code>/ma-tra-cuu/", case.CodeView.as_view(), name="code"),
    path("ho-so/<case_number:code>/so-giay-to/", case.UnmaskView.as_view(), name="unmask"),
    path("ho-so/<case_number:code>/tuong-tu/", similar.SimilarView.as_view(), name="similar"),
    path("ho-so/<case_number:code>/phieu-tiep-nhan/", papers.ReceiptView.as_view(), name="receipt"),
    path("ho-so/<case_number:code>/phieu-tiep-nhan/pdf/", papers.ReceiptPdfView.as_view(), name="receipt_pdf"),
    path("ho-so/<case_number:code>/phieu-tiep-nhan/docx/", papers.ReceiptDocxView.as_view(), name="receipt_docx"),
    path(
        "ho-so/<case_number:code>/<citizens_paper:paper>/<paper_kind:kind>/",
        papers.CitizenPaperView.as_view(),
        name="citizen_paper",
    ),
    path("ho-so/<case_number:code>/van-ban/<int:pk>/", papers.LetterView.as_view(), name="letter"),
    path("ho-so/<case_number:code>/van-ban/<int:pk>/pdf/", papers.LetterPdfView.as_view(), name="letter_pdf"),
    path("ho-so/<case_number:code>/van-ban/<int:pk>/docx/", papers.LetterDocxView.as_view(), name="letter_docx"),
    path("ho-so/<case_number:code>/tep/<int:pk>/", case.FileView.as_view(), name="file"),
    path("ho-so/<case_number:code>/<slug:move>/", move_view.MoveView.as_view(), name="move"),
]
