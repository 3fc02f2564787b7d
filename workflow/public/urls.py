"""The public doors of requests. Included by workflow.urls under the name `workflow`."""

from django.urls import path

from workflow.public import (
    case_views,
    check_views,
    correction_views,
    deadline_page,
    due_calendar,
    lookup,
    suggestions,
    views,
)
from workflow.public.steps import CHECK

urlpatterns = [
    path("gui-yeu-cau/", views.choose, name="choose"),
    path("tra-cuu/", lookup.LookupView.as_view(), name="lookup"),
    path("tra-cuu/ho-so/", case_views.CaseView.as_view(), name="case"),
    path("tra-cuu/ho-so/tep/<int:pk>/", case_views.FileView.as_view(), name="case_file"),
    path("tra-cuu/ho-so/cung-cap-lai/<int:pk>/", case_views.GivenAgainView.as_view(), name="case_given_again"),
    path("tra-cuu/ho-so/van-ban/<int:pk>/", case_views.LetterView.as_view(), name="case_letter"),
    path("tra-cuu/ho-so/van-ban/<int:pk>/pdf/", case_views.LetterPdfView.as_view(), name="case_letter_pdf"),
    path("tra-cuu/ho-so/phieu-tiep-nhan/", case_views.ReceiptView.as_view(), name="case_receipt"),
    path("tra-cuu/ho-so/phieu-tiep-nhan/pdf/", case_views.ReceiptPdfView.as_view(), name="case_receipt_pdf"),
    path("tra-cuu/ho-so/phieu-yeu-cau.pdf", case_views.RequestFormView.as_view(), {"kind": "pdf"}, name="case_form"),
    path(
        "tra-cuu/ho-so/phieu-yeu-cau.docx",
        case_views.RequestFormView.as_view(),
        {"kind": "docx"},
        name="case_form_docx",
    ),
    path("tra-cuu/ho-so/kien-nghi/", correction_views.ReportAnswerView.as_view(), name="report_answer"),
    path("tra-cuu/ho-so/hai-long/", case_views.SatisfactionView.as_view(), name="satisfaction"),
    path("tra-cuu/ho-so/mo-ho-so/", case_views.OpenLinkedView.as_view(), name="open_linked"),
    path("tra-cuu/ho-so/<slug:slug>/", case_views.ActView.as_view(), name="case_act"),
    path("tra-cuu/kien-nghi/", correction_views.TrackedView.as_view(), name="correction"),
    path("tra-cuu/kien-nghi/tep/<int:pk>/", correction_views.FileView.as_view(), name="correction_file"),
    path("lich-han/<str:token>.ics", due_calendar.feed, name="due_calendar"),
    path("tinh-thoi-han/", deadline_page.deadline, name="deadline"),
    path("<slug:code>/kien-nghi/da-gui/", correction_views.SentView.as_view(), name="correction_sent"),
    path("<slug:code>/kien-nghi/<item_code:item>/", correction_views.ReportItemView.as_view(), name="report_item"),
    path("<slug:code>/yeu-cau/", views.StartView.as_view(), name="new"),
    path("<slug:code>/yeu-cau/da-gui/", check_views.SentView.as_view(), name="sent"),
    path(f"<slug:code>/yeu-cau/{CHECK}/", check_views.CheckView.as_view(), name="check"),
    path("<slug:code>/yeu-cau/goi-y/<int:number>/", suggestions.SuggestionView.as_view(), name="suggestion"),
    path("<slug:code>/yeu-cau/<slug:slug>/", views.StepView.as_view(), name="step"),
]
