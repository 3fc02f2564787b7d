"""What the site's search reads: one row for each public thing, and nothing that is not public.

A projection: catalog.entries writes it from its sources, and `manage.py rebuild_search` can make it anew.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.choices import EntryKind, FileTextState
from catalog.models.tokens import TokensField
from cms.core.models import Authority


class PublicEntry(models.Model):
    """A public thing to be found: a page, a document, an item of the catalog, an answer."""

    #: Its source: "page:12". The same source always has the same key.
    key = models.CharField(_("nguồn"), max_length=60, unique=True)
    #: Newest first, and among those of one day the higher source first: alike on every database and after a rebuild.
    order_key = models.BigIntegerField(_("thứ tự"), unique=True)
    kind = models.CharField(_("loại"), max_length=20, choices=EntryKind)
    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    published_on = models.DateField(_("ngày"))
    #: The last day on which anyone may see it; empty: until it is dropped.
    until_on = models.DateField(_("đến hết ngày"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("năm"))
    title = models.CharField(_("tên"), max_length=500)
    number = models.CharField(_("số, ký hiệu"), max_length=100, blank=True)
    #: Below the site's own address, without a stroke before it.
    address = models.CharField(_("địa chỉ"), max_length=700)
    #: "PDF, 2,1 MB", where it is a file.
    format = models.CharField(_("định dạng"), max_length=60, blank=True)
    body = models.TextField(_("nội dung"), blank=True)
    file_text = models.TextField(_("nội dung tệp"), blank=True)
    #: A file that cannot be searched: why.
    file_state = models.CharField(_("tình trạng tệp"), max_length=20, choices=FileTextState, blank=True)
    #: All words in their order, as written and bare, between blanks: to be sure of a phrase.
    wording = models.TextField(editable=False)
    tokens = TokensField(editable=False)

    class Meta:
        verbose_name = _("mục tìm kiếm")
        verbose_name_plural = _("mục tìm kiếm")
        ordering = ["-order_key"]
        indexes = [
            models.Index(fields=["authority", "-order_key"], name="entry_of_authority"),
            models.Index(fields=["kind", "-order_key"], name="entry_of_kind"),
        ]

    def __str__(self):
        return self.title


class EntryFile(models.Model):
    """A file that an entry holds, or only leads to."""

    entry = models.ForeignKey(PublicEntry, on_delete=models.CASCADE, related_name="files")
    #: "document:5": whose text it is (FileText).
    key = models.CharField(_("tệp"), max_length=60, db_index=True)
    #: Held: its words are found in this entry. Led to: the file has an entry of its own.
    is_held = models.BooleanField()
    #: What the page that leads to it says about the file; empty: what the library says.
    title = models.CharField(_("tên"), max_length=500, blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=100, blank=True)
    day = models.DateField(_("ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("tệp của mục tìm kiếm")
        verbose_name_plural = _("tệp của mục tìm kiếm")
        constraints = [models.UniqueConstraint(name="entry_file_once", fields=["entry", "key"])]

    def __str__(self):
        return self.key


class FileText(models.Model):
    """The words of one public file, read once by the worker for each content it had."""

    key = models.CharField(_("tệp"), max_length=60, unique=True)
    #: Which content was read, or is to be read; another one is read anew.
    fingerprint = models.CharField(_("dấu nội dung"), max_length=64)
    state = models.CharField(_("tình trạng"), max_length=20, choices=FileTextState, default=FileTextState.WAITING)
    text = models.TextField(_("nội dung"), blank=True)
    read_at = models.DateTimeField(_("đọc lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("nội dung tệp")
        verbose_name_plural = _("nội dung tệp")
        indexes = [models.Index(fields=["state", "id"], name="file_text_waiting")]

    def __str__(self):
        return self.key
