"""Addresses under /admin/."""

from django.urls import path

from home.plans import keys as keys
from home.plans.desk import assignment_views, difficulty_views, plan_views, review_views

app_name = "plans"
urlpatterns = [
    path("ke-hoach/moi/", plan_views.NewPlanView.as_view(), name="new"),
    path("ke-hoach/<plan_key:pk>/", plan_views.ShowPlanView.as_view(), name="plan"),
    path("ke-hoach/<plan_key:pk>/theo-doi/", plan_views.FollowView.as_view(), name="follow"),
    path("ke-hoach/<plan_key:pk>/in/", plan_views.PrintPlanView.as_view(), name="print"),
    path("ke-hoach/<plan_key:pk>/xlsx/<slug:what>/", plan_views.PlanWorkbookView.as_view(), name="workbook"),
    path("ke-hoach/<plan_key:pk>/tep/<plan_key:file>/", plan_views.PlanFileView.as_view(), name="file"),
    path(
        "ke-hoach/<plan_key:pk>/nhiem-vu/<plan_key:task>/<slug:act>/",
        plan_views.TaskActView.as_view(),
        name="task_act",
    ),
    path("ke-hoach/<plan_key:pk>/<slug:act>/", plan_views.PlanActView.as_view(), name="plan_act"),
    path("viec-giao/<plan_key:pk>/", assignment_views.ShowAssignmentView.as_view(), name="assignment"),
    path("viec-giao/<plan_key:pk>/tep/<plan_key:file>/", assignment_views.EvidenceView.as_view(), name="evidence"),
    path("viec-giao/<plan_key:pk>/<slug:act>/", assignment_views.AssignmentActView.as_view(), name="assignment_act"),
    path("don-doc/", assignment_views.LettersView.as_view(), name="reminders"),
    path("don-doc/<plan_key:pk>/", assignment_views.ShowLetterView.as_view(), name="letter"),
    path("don-doc/<plan_key:pk>/van-ban/", assignment_views.LetterPaperView.as_view(), name="paper"),
    path("don-doc/<plan_key:pk>/van-ban/pdf/", assignment_views.LetterPdfView.as_view(), name="letter_pdf"),
    path("don-doc/<plan_key:pk>/<slug:act>/", assignment_views.LetterActView.as_view(), name="letter_act"),
    path("ra-soat/", review_views.RoundsView.as_view(), name="rounds"),
    path("ra-soat/moi/", review_views.NewRoundView.as_view(), name="new_round"),
    path("ra-soat/<plan_key:pk>/", review_views.ShowRoundView.as_view(), name="round"),
    path("ra-soat/<plan_key:pk>/in/", review_views.PrintRoundView.as_view(), name="print_round"),
    path("ra-soat/<plan_key:pk>/xlsx/", review_views.RoundWorkbookView.as_view(), name="round_workbook"),
    path("ra-soat/<plan_key:pk>/<slug:act>/", review_views.RoundActView.as_view(), name="round_act"),
    path("bang-ra-soat/<plan_key:pk>/", review_views.ShowSheetView.as_view(), name="sheet"),
    path(
        "bang-ra-soat/<plan_key:pk>/van-ban/<plan_key:review>/<slug:act>/",
        review_views.ReviewActView.as_view(),
        name="review_act",
    ),
    path("bang-ra-soat/<plan_key:pk>/<slug:act>/", review_views.SheetActView.as_view(), name="sheet_act"),
    path("kho-khan/moi/", difficulty_views.NewDifficultyView.as_view(), name="new_difficulty"),
    path("kho-khan/<plan_key:pk>/", difficulty_views.ShowDifficultyView.as_view(), name="difficulty"),
    path("kho-khan/<plan_key:pk>/<slug:act>/", difficulty_views.DifficultyActView.as_view(), name="difficulty_act"),
]
