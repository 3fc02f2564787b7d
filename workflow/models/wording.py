"""The words that an authority chose itself: of its papers, approved by two people, and of answers it gives often."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority
from workflow.choices import AnswerUse, LetterForm, WordingState


class LetterWordingQuerySet(AuditedQuerySet):
    def of(self, authority: Authority | None, form: str):
        """Of one paper of this authority; of the whole site where none is given."""
        return self.filter(authority=authority, form=form)

    def adopted(self):
        return self.filter(state=WordingState.ADOPTED)

    def waiting(self):
        return self.filter(state=WordingState.PROPOSED)


class LetterWording(Audited):
    """What one paper says around what the law and the case demand. Text is never edited: a new row follows it.

    The newest adopted row counts: the authority's own, else the site's, else the words that came with the software
    (workflow.letters.wording).
    """

    authority = models.ForeignKey(
        Authority,
        verbose_name=_("cơ quan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="letter_wordings",
        help_text=_("Để trống: dùng cho mọi cơ quan chưa có câu chữ riêng."),
    )
    form = models.CharField(_("loại văn bản"), max_length=20, choices=LetterForm)
    text = models.TextField(_("câu chữ"))
    reason = models.CharField(_("vì sao đổi"), max_length=300)
    state = models.CharField(_("trạng thái"), max_length=10, choices=WordingState, default=WordingState.PROPOSED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người đề nghị"), on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(_("đề nghị lúc"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người duyệt"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("duyệt lúc"), null=True, blank=True)

    history = records()
    objects = LetterWordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("câu chữ của văn bản")
        verbose_name_plural = _("câu chữ của văn bản")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_wording_waits_of_an_authority",
                fields=["authority", "form"],
                condition=Q(state=WordingState.PROPOSED, authority__isnull=False),
            ),
            models.UniqueConstraint(
                name="one_wording_waits_of_the_site",
                fields=["form"],
                condition=Q(state=WordingState.PROPOSED, authority__isnull=True),
            ),
            models.CheckConstraint(
                name="wording_by_two_people",
                condition=Q(state=WordingState.PROPOSED, decided_by=None, decided_at=None)
                | Q(state=WordingState.WITHDRAWN, decided_by=F("proposed_by"), decided_at__isnull=False)
                | Q(
                    Q(state__in=[WordingState.ADOPTED, WordingState.REJECTED])
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                    & ~Q(decided_by=F("proposed_by"))
                ),
            ),
        ]

    def __str__(self):
        return f"{self.get_form_display()}: {self.owner_name}"

    @property
    def owner_name(self) -> str:
        return self.authority.name if self.authority else str(_("mọi cơ quan"))


class FrequentAnswer(Audited):
    """A short text that officers of one authority insert into an answer, and then fit to the case."""

    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="frequent_answers"
    )
    use = models.CharField(_("dùng khi"), max_length=20, choices=AnswerUse)
    title = models.CharField(_("tên gọi"), max_length=80)
    text = models.TextField(_("nội dung"), max_length=2000)
    is_retired = models.BooleanField(_("thôi dùng"), default=False)
    #: Rises with every change: who saved an older view is told so (S8).
    version = models.PositiveIntegerField(_("bản"), default=1)

    history = records()

    class Meta:
        verbose_name = _("câu trả lời mẫu")
        verbose_name_plural = _("câu trả lời mẫu")
        ordering = ["use", "title", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="frequent_answer_named_once",
                fields=["authority", "use", "title"],
                condition=Q(is_retired=False),
            ),
        ]

    def __str__(self):
        return self.title
