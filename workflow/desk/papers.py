"""Papers of a case, to look at and as files; the forms that a citizen signs, filled in from the request."""

from io import BytesIO

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core import files
from cms.core.admin_page import AdminPage
from workflow import access, letters
from workflow.choices import LetterState
from workflow.desk.signing import DraftPaperView
from workflow.desk.views import CasePageMixin, print_page
from workflow.models import Letter

#: The forms of a citizen by their word in the address.
CITIZENS = {"phieu-yeu-cau": letters.filled_request, "chap-thuan": letters.filled_consent}
DRAW = {"pdf": letters.to_pdf, "docx": letters.to_docx}


def as_file(paper, kind: str, name: str):
    """The paper as a download of that kind."""
    return files.hand_over(BytesIO(DRAW[kind](paper)), f"{name}.{kind}", files.TYPES[kind])


class LetterView(CasePageMixin, AdminPage):
    """A paper to look at and print: frozen when issued, a draft otherwise. A supervisor reads it with names covered."""

    def get(self, request, *args, **kwargs):
        is_masked = not access.can_read_personal(request.user, self.case)
        pdf_url = reverse("desk:letter_pdf", args=[self.case.code, kwargs["pk"]])
        docx_url = reverse("desk:letter_docx", args=[self.case.code, kwargs["pk"]])
        told = {"back_url": self.case_url, "pdf_url": pdf_url, "docx_url": docx_url, "is_masked": is_masked}
        return print_page(letters.page(self.letter(), **told))

    def letter(self):
        letter = (
            Letter.objects.filter(info_request=self.case, pk=self.kwargs["pk"])
            .select_related("decision", "authority", "info_request__requester", "info_request__rule_set")
            .first()
        )
        if letter is None:
            raise Http404("Không có văn bản này")
        return letter


class LetterPdfView(LetterView):
    """The paper's PDF: the very file that was issued, or a draft marked as one. Names cannot be covered in it."""

    def get(self, request, *args, **kwargs):
        letter = self.letter()
        if not access.can_read_personal(request.user, self.case):
            raise Http404("Không có tệp này")
        if letter.state != LetterState.ISSUED:
            return files.hand_over(BytesIO(letters.pdf_of(letter)), letter.file_name, files.TYPES["pdf"])
        try:
            return files.hand_out(letter.pdf_path, letter.file_name, files.TYPES["pdf"])
        except OSError:
            raise Http404("Không có tệp này") from None


class ReceiptView(CasePageMixin, AdminPage):
    """The receipt of a request (form 02), any time again."""

    def get(self, request, *args, **kwargs):
        if not access.can_read_personal(request.user, self.case):
            raise Http404("Không có phiếu này")
        pdf_url = reverse("desk:receipt_pdf", args=[self.case.code])
        docx_url = reverse("desk:receipt_docx", args=[self.case.code])
        told = {"back_url": self.case_url, "pdf_url": pdf_url, "docx_url": docx_url}
        return print_page(letters.receipt_page(self.case, **told))


class ReceiptPdfView(CasePageMixin, AdminPage):
    """The receipt as PDF."""

    def get(self, request, *args, **kwargs):
        if not access.can_read_personal(request.user, self.case):
            raise Http404("Không có phiếu này")
        return as_file(letters.receipt_of(self.case), "pdf", f"phieu-tiep-nhan-{self.case.code}")


class LetterDocxView(LetterView):
    """A draft for the authority's own final touch. What was issued is the PDF and nothing else."""

    def get(self, request, *args, **kwargs):
        letter = self.letter()
        if letter.state == LetterState.ISSUED or not access.can_read_personal(request.user, self.case):
            raise Http404("Không có tệp này")
        return as_file(letters.paper_of(letter), "docx", letter.file_name.removesuffix(".pdf"))


class DraftDocxView(DraftPaperView):
    """The same before anybody signed."""

    def get(self, request, *args, **kwargs):
        letter = self.draft()
        return as_file(letters.paper_of(letter), "docx", letter.file_name.removesuffix(".pdf"))


class ReceiptDocxView(CasePageMixin, AdminPage):
    """The receipt (form 02)."""

    def get(self, request, *args, **kwargs):
        if not access.can_read_personal(request.user, self.case):
            raise Http404("Không có phiếu này")
        return as_file(letters.receipt_of(self.case), "docx", f"phieu-tiep-nhan-{self.case.code}")


class CitizenPaperView(CasePageMixin, AdminPage):
    """A form that the citizen signs, filled in from the request, by the forms of its law."""

    page_title = _("Phiếu của người dân")

    def get(self, request, *args, **kwargs):
        paper = None
        if access.can_read_personal(request.user, self.case):
            paper = CITIZENS[kwargs["paper"]](self.case)
        if paper is None:
            raise Http404("Không có phiếu này")
        return as_file(paper, kwargs["kind"], f"mau-{paper.form}-{self.case.code}")
