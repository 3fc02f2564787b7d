"""Earlier requests like the one on the desk: a page of its own, so that the case page asks nothing for it."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from cms.core.admin_page import AdminPage
from workflow import access
from workflow.desk.views import CasePageMixin
from workflow.register.similar import MOST, similar_to


class SimilarView(CasePageMixin, AdminPage):
    """For those who handle the case: a supervisor reads neither names nor words."""

    template_name = "workflow/desk/similar.html"

    def get_page_title(self):
        return _("Hồ sơ tương tự")

    def get_context_data(self, **kwargs):
        if not access.can_read_personal(self.request.user, self.case):
            raise Http404("Không có trang này")
        found = similar_to(self.case, self.request.user)
        return super().get_context_data(found=found, most=MOST, case_url=self.case_url, **kwargs)
