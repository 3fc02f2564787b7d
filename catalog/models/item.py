"""One document, file or piece of information: a row of the catalog (D18 Điều 6; standards.md 4.2).

Drafts are Wagtail revisions; the row itself holds what is public, or, before the first publication, the first draft.
Wagtail's own ways to publish end in `publish` and `unpublish` below, which hand over to our services: the rules stand
there, and the database refuses a public item that two people have not looked at.
"""

from django.conf import settings
from django.db import connection, models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin

from catalog.choices import (
    LISTED_CLASSES,
    Digitising,
    InfoClass,
    ItemState,
    PublicationForm,
    UpdateCycle,
    VersionKind,
)
from catalog.models.group import ItemGroup
from catalog.models.parts import ItemVersion
from cms.core.errors import StaleView
from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models import Authority, Unit
from cms.law import choices as law
from cms.law.models import AdoptedRuleSet

PEOPLE = {"on_delete": models.PROTECT, "related_name": "+", "null": True, "blank": True, "editable": False}
#: What a person writes: kept in drafts, taken over by publishing.
CONTENT = (
    "group", "rule_set", "category", "info_class", "title", "number", "summary", "created_on", "originating_unit",
    "originating_name", "responsible_unit", "legal_basis", "forms", "event", "event_on", "term_amount", "term_unit",
    "due_on", "due_article", "until_on", "until_words", "update_cycle", "keywords", "language", "access_rights",
    "conditional_kind", "consent_of", "digitising", "paper_place", "names_people", "permitted_fields",
)  # fmt: skip
#: What only drafts and desks need: no fact of the information itself.
_NOT_IN_HISTORY = [
    "latest_revision", "live_revision", "has_unpublished_changes", "first_published_at", "last_published_at",
    "go_live_at", "expire_at", "expired", "locked", "locked_at", "locked_by", "pending_kind", "pending_reason",
    "pending_wrong", "pending_right", "pending_withholds", "checked_by", "checked_at", "checked_revision",
    "approved_by", "approved_at", "title_order", "folded", "drafted_by", "drafted_at", "broken_since",
]  # fmt: skip


class ItemQuerySet(AuditedQuerySet):
    def put_first_drafts(self, items):
        """Many new items at once. First drafts write no row of history, so none is passed over; nothing else may come."""
        if any(item.pk or item.state != ItemState.DRAFT or item.published_on for item in items):
            raise TypeError("Only first drafts are put in together: what was public is kept in history one by one.")
        return models.QuerySet.bulk_create(self, items)

    def tie_to_first_revisions(self, pairs):
        """Let new drafts name their first revisions: (item, revision), by their keys, in one go."""
        quote = connection.ops.quote_name
        table, column, key = (quote(name) for name in (self.model._meta.db_table, "latest_revision_id", "id"))
        # The ORM would write one long CASE; it holds our own names only.
        statement = " ".join((f"UPDATE {table}", f"SET {column} = %s", f"WHERE {key} = %s AND {column} IS NULL"))
        with connection.cursor() as cursor:
            cursor.executemany(statement, [(revision.pk, item.pk) for item, revision in pairs])

    def with_units(self):
        """Joined with what every list and page shows."""
        return self.select_related("authority", "originating_unit", "responsible_unit", "rule_set", "group")

    def of(self, authority):
        return self.filter(authority=authority)

    def overdue_on(self, day):
        """Must be public and is not yet, past its due date (L16 Điều 18.4; L26 Điều 18.4)."""
        return self.filter(info_class=InfoClass.MUST_PUBLISH, state=ItemState.DRAFT, published_on=None, due_on__lt=day)

    def due_between(self, first, last):
        return self.filter(
            info_class=InfoClass.MUST_PUBLISH,
            state=ItemState.DRAFT,
            published_on=None,
            due_on__gte=first,
            due_on__lte=last,
        )

    def published_late(self):
        """First published after their due date: late for good."""
        return self.filter(published_on__gt=F("due_on"))

    def stale_on(self, day):
        """Public, and new content was owed before that day."""
        return self.filter(live=True, next_update_on__lt=day)

    def waiting_for_second(self):
        """Checked once, waiting for another person."""
        return self.filter(has_unpublished_changes=True, checked_revision__isnull=False, approved_by=None)

    def waiting_for_check(self):
        return self.filter(has_unpublished_changes=True, checked_revision=None).exclude(state=ItemState.MARK)


class InformationItem(LockableMixin, DraftStateMixin, RevisionMixin, Audited):
    """Mục thông tin: a plain model, with drafts by Wagtail and publication by catalog.services."""

    wagtail_reference_index_ignore = True
    quiet_fields = ("version",)

    authority = models.ForeignKey(Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="items")
    code = models.CharField(_("mã mục"), max_length=30, unique=True)
    group = models.ForeignKey(
        ItemGroup, verbose_name=_("nhóm"), null=True, blank=True, on_delete=models.PROTECT, related_name="items"
    )
    rule_set = models.ForeignKey(
        AdoptedRuleSet, verbose_name=_("luật áp dụng"), on_delete=models.PROTECT, related_name="+"
    )
    category = models.CharField(_("điểm của Điều 17.1"), max_length=20, blank=True)
    info_class = models.CharField(_("loại thông tin"), max_length=20, choices=InfoClass)
    state = models.CharField(_("trạng thái"), max_length=20, choices=ItemState, default=ItemState.DRAFT)
    version = models.PositiveIntegerField(_("phiên bản"), default=1)

    title = models.CharField(_("tên thông tin"), max_length=500, blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=100, blank=True)
    summary = models.TextField(_("tóm tắt"), max_length=2000, blank=True)
    created_on = models.DateField(_("ngày tạo ra"), null=True, blank=True)
    originating_unit = models.ForeignKey(
        Unit, verbose_name=_("đơn vị tạo ra"), on_delete=models.PROTECT, related_name="items"
    )
    #: Where another body made it: said instead of our own unit's name.
    originating_name = models.CharField(_("nơi tạo ra, nếu khác"), max_length=200, blank=True)
    responsible_unit = models.ForeignKey(
        Unit, verbose_name=_("đơn vị chịu trách nhiệm công khai"), on_delete=models.PROTECT, related_name="+"
    )
    legal_basis = models.CharField(_("căn cứ pháp lý"), max_length=300, blank=True)
    #: Codes of PublicationForm, each between blanks: " PORTAL POSTING ", so that one can be looked for.
    forms = models.CharField(_("hình thức công khai"), max_length=200, blank=True, default=" PORTAL ")

    event = models.CharField(_("sự kiện bắt đầu thời hạn"), max_length=200, default="ngày tạo ra thông tin")
    event_on = models.DateField(_("ngày của sự kiện"), null=True, blank=True)
    term_amount = models.PositiveSmallIntegerField(_("thời hạn theo luật riêng"), null=True, blank=True)
    term_unit = models.CharField(
        _("đơn vị thời hạn"), max_length=20, blank=True, choices=[(unit.value, unit.label) for unit in law.Unit]
    )
    due_on = models.DateField(_("phải công khai trước hết ngày"), null=True, blank=True)
    due_article = models.CharField(_("căn cứ thời hạn"), max_length=200, blank=True)
    published_on = models.DateField(_("ngày công khai"), null=True, blank=True)
    updated_on = models.DateField(_("cập nhật lần cuối"), null=True, blank=True)
    until_on = models.DateField(_("công khai đến hết ngày"), null=True, blank=True)
    until_words = models.CharField(_("thời hạn công khai"), max_length=100, blank=True, default="Thường xuyên")
    update_cycle = models.CharField(
        _("chu kỳ cập nhật"), max_length=20, choices=UpdateCycle, default=UpdateCycle.ON_CHANGE
    )
    next_update_on = models.DateField(_("phải cập nhật trước hết ngày"), null=True, blank=True)

    keywords = models.CharField(_("từ khóa"), max_length=300, blank=True)
    language = models.CharField(_("ngôn ngữ"), max_length=10, default="vi")
    access_rights = models.CharField(_("quyền truy cập"), max_length=200, blank=True)
    conditional_kind = models.CharField(_("loại điều kiện"), max_length=30, blank=True)
    consent_of = models.CharField(_("ai phải đồng ý"), max_length=300, blank=True)
    digitising = models.CharField(_("số hóa"), max_length=20, choices=Digitising, default=Digitising.DONE)
    paper_place = models.CharField(_("nơi giữ bản giấy"), max_length=200, blank=True)
    names_people = models.BooleanField(_("có nêu tên người"), default=False)
    permitted_fields = models.CharField(_("các cột được phép công khai"), max_length=300, blank=True)

    #: Made from an answer that somebody asked for; nothing of the item says who or in which case.
    from_answer = models.BooleanField(_("mở từ câu trả lời"), default=False, editable=False)

    # Inaccessible information: a mark, and nothing of what it says (readings.md 3.1).
    mark = models.CharField(_("dấu nhận biết nội bộ"), max_length=100, blank=True)
    reason_code = models.CharField(_("căn cứ không công khai"), max_length=40, blank=True)
    review_on = models.DateField(_("ngày xem lại"), null=True, blank=True)
    review_event = models.CharField(_("sự kiện xem lại"), max_length=200, blank=True)

    corrected_on = models.DateField(_("ngày đính chính"), null=True, blank=True)
    withdrawn_on = models.DateField(_("ngày gỡ"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("lý do gỡ"), max_length=500, blank=True)
    expired_on = models.DateField(_("ngày hết thời hạn"), null=True, blank=True)
    current_version = models.ForeignKey(
        ItemVersion,
        verbose_name=_("bản đang công khai"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    #: The first link, or else the first file: what lists lead to without reading more.
    main_url = models.CharField(_("địa chỉ truy cập"), max_length=500, blank=True, editable=False)
    main_file = models.ForeignKey("catalog.ItemFile", verbose_name=_("tệp chính"), **PEOPLE)
    #: Since when a file or link of it cannot be opened; follows the faults found (catalog.health).
    broken_since = models.DateField(_("có chỗ hỏng từ ngày"), null=True, blank=True, editable=False)

    # The draft and what has become of it.
    live = models.BooleanField(_("đang công khai"), default=False, editable=False)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người soạn"), **PEOPLE)
    drafted_at = models.DateTimeField(_("soạn lúc"), null=True, blank=True)
    pending_kind = models.CharField(_("dự thảo để"), max_length=20, choices=VersionKind, default=VersionKind.FIRST)
    pending_reason = models.CharField(_("lý do thay đổi"), max_length=500, blank=True)
    pending_wrong = models.TextField(_("nội dung sai"), blank=True)
    pending_right = models.TextField(_("nội dung đúng"), blank=True)
    pending_withholds = models.BooleanField(_("không cho xem bản sai"), default=False)
    checked_revision = models.ForeignKey("wagtailcore.Revision", verbose_name=_("bản đã kiểm tra"), **PEOPLE)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("kiểm tra lần một"), **PEOPLE)
    checked_at = models.DateTimeField(_("kiểm tra lúc"), null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("duyệt hẹn giờ"), **PEOPLE)
    approved_at = models.DateTimeField(_("duyệt hẹn giờ lúc"), null=True, blank=True)

    title_order = models.CharField(max_length=480, editable=False, blank=True)
    folded = models.CharField(max_length=700, editable=False, blank=True)

    history = records(excluded_fields=_NOT_IN_HISTORY)
    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("mục thông tin")
        verbose_name_plural = _("mục thông tin")
        ordering = ["authority", "-published_on", "-id"]
        indexes = [
            models.Index(fields=["authority", "-published_on", "-id"], name="item_newest", condition=Q(live=True)),
            models.Index(
                fields=["authority", "info_class", "-published_on", "-id"],
                name="item_class_newest",
                condition=Q(live=True),
            ),
            models.Index(fields=["authority", "title_order", "id"], name="item_by_title", condition=Q(live=True)),
            # What readers narrow a list by; letters anywhere in a text: catalog/letters.py.
            models.Index(
                fields=["authority", "category", "-published_on", "-id"],
                name="item_category_newest",
                condition=Q(live=True),
            ),
            models.Index(
                fields=["authority", "-published_on", "-id"],
                name="item_corrected_newest",
                condition=Q(live=True, corrected_on__isnull=False),
            ),
            models.Index(
                fields=["authority", "-published_on", "-id"],
                name="item_late_newest",
                condition=Q(live=True, published_on__gt=F("due_on")),
            ),
            models.Index(fields=["authority", "next_update_on"], name="item_stale", condition=Q(live=True)),
            models.Index(fields=["authority", "state", "due_on"], name="item_desk"),
            models.Index(fields=["until_on"], name="item_until", condition=Q(live=True)),
            # What others take away: the whole installation, and what changed since somebody's last visit.
            models.Index(fields=["-published_on", "-id"], name="item_newest_anywhere", condition=Q(live=True)),
            models.Index(
                fields=["authority", "-last_published_at", "-id"], name="item_changed", condition=Q(live=True)
            ),
            models.Index(fields=["-last_published_at", "-id"], name="item_changed_anywhere", condition=Q(live=True)),
            models.Index(
                fields=["authority", "-withdrawn_on", "-id"],
                name="item_withdrawn",
                condition=Q(state=ItemState.WITHDRAWN),
            ),
        ]
        constraints = [
            # A version is made by two people (parts.py); without one nothing is public.
            models.CheckConstraint(
                name="item_public_by_two_people",
                condition=Q(
                    live=True,
                    state=ItemState.PUBLISHED,
                    current_version__isnull=False,
                    published_on__isnull=False,
                    info_class__in=[str(one) for one in LISTED_CLASSES],
                )
                | (Q(live=False, current_version=None) & ~Q(state=ItemState.PUBLISHED)),
            ),
            models.CheckConstraint(
                name="item_inaccessible_is_a_mark",
                condition=Q(
                    info_class=InfoClass.INACCESSIBLE,
                    state=ItemState.MARK,
                    live=False,
                    title="",
                    number="",
                    summary="",
                    keywords="",
                    main_url="",
                    main_file=None,
                    created_on=None,
                    consent_of="",
                    folded="",
                )
                & ~Q(mark="")
                & ~Q(reason_code="")
                & (Q(review_on__isnull=False) | ~Q(review_event=""))
                | (~Q(info_class=InfoClass.INACCESSIBLE) & ~Q(state=ItemState.MARK) & Q(mark="") & ~Q(title="")),
            ),
            models.CheckConstraint(
                name="item_conditional_without_content",
                condition=~Q(info_class=InfoClass.CONDITIONAL) | Q(summary="", main_url="", main_file=None),
            ),
            models.CheckConstraint(
                name="item_of_people_has_an_end",
                condition=Q(names_people=False) | Q(live=False) | Q(until_on__isnull=False),
            ),
            models.CheckConstraint(
                name="item_withdrawn_with_reason",
                condition=~Q(state=ItemState.WITHDRAWN) | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_reason="")),
            ),
            models.CheckConstraint(
                name="item_term_has_unit",
                condition=Q(term_amount=None, term_unit="") | (Q(term_amount__isnull=False) & ~Q(term_unit="")),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.title or self.mark}"

    # --- what readers ask --------------------------------------------------------------------------------------
    @property
    def form_codes(self) -> list[str]:
        return self.forms.split()

    @property
    def form_labels(self) -> list[str]:
        return [str(PublicationForm(code).label) for code in self.form_codes]

    @property
    def is_late(self) -> bool:
        """First published after its due date; that stays visible."""
        return bool(self.published_on and self.due_on and self.published_on > self.due_on)

    @property
    def origin(self) -> str:
        return self.originating_name or self.originating_unit.name

    @property
    def has_content(self) -> bool:
        """Whether anyone may read more than that it exists."""
        return self.info_class in (InfoClass.MUST_PUBLISH, InfoClass.MAY_PUBLISH)

    # --- the row held for an act -------------------------------------------------------------------------------
    def locked_row(self, seen: int | None):
        """The row as it is now, held until the transaction ends; StaleView if somebody was faster than `seen` says."""
        fresh = type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        # What the caller has read of its office is not read again, as long as it is still the same.
        for name in ("authority", "originating_unit", "responsible_unit", "rule_set", "group"):
            field = self._meta.get_field(name)
            same = getattr(fresh, field.attname) == getattr(self, field.attname)
            if same and field.is_cached(self) and field.get_cached_value(self) is not None:
                field.set_cached_value(fresh, field.get_cached_value(self))
        if seen is not None and fresh.version != seen:
            raise StaleView(_("Mục này vừa thay đổi. Chưa lưu gì."))
        return fresh

    def save_quietly(self, **kwargs):
        """Save without a history row: what changed is a draft, or the state of one."""
        self.skip_history_when_saving = True
        try:
            self.save(**kwargs)
        finally:
            del self.skip_history_when_saving

    # --- Wagtail's doors ---------------------------------------------------------------------------------------
    def _update_from_revision(self, revision, changed=True):
        # Wagtail's own would write a history row for every draft.
        self.latest_revision = revision
        self.has_unpublished_changes = self.has_unpublished_changes or changed
        self.save_quietly(update_fields=["latest_revision", "has_unpublished_changes"])

    def publish(self, revision, user=None, **_ways):
        """Every way of Wagtail's to publish a revision, the schedule among them, ends here."""
        # Here, not above: services stand above models.
        from catalog.services import publishing

        return publishing.publish_revision(item=self, revision=revision, by=user)

    def unpublish(self, set_expired=False, user=None, **_ways):
        """Wagtail's schedule ends a publication whose period is over; a person withdraws, and says why."""
        from catalog.services import publishing

        return publishing.unpublished_by_wagtail(item=self, set_expired=set_expired, by=user)
