"""Biểu đồ: pictures of the work, each with its table behind it."""

from django.utils.translation import gettext_lazy as _

from home.statistics.board import board_of
from home.statistics.desk.views import StatisticsPage


class BoardView(StatisticsPage):
    template_name = "home/desk/statistics/board.html"

    def get_page_title(self):
        return _("Biểu đồ")

    def get_context_data(self, **kwargs):
        authorities = self.form.authorities if self.form.is_valid() else list(self.form.fields["authority"].queryset)
        return super().get_context_data(
            board=board_of(authorities, self.day),
            one=authorities[0] if len(authorities) == 1 else None,
            **kwargs,
        )
