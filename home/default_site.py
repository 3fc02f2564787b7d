"""The site an installation starts with: front page, each authority's section, the first pages of information.

Idempotent: what is there is left alone, in whatever words its editors gave it; only what is missing is added.
"""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Collection, Page, ReferenceIndex, Site, Task, Workflow, WorkflowPage, WorkflowTask
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.core.authority_url import host_authority
from cms.core.models import Authority
from home import english, models
from home.default_pages import PAGES, DefaultPage
from home.default_section import SECTION
from home.directory import page_title
from home.models import AuthorityFiles, AuthorityPage, HomePage, SecondPersonTask

#: What editors read on the buttons of moderation.
WORKFLOW, STEP = "Duyệt đăng", "Người thứ hai duyệt"


@dataclass
class Built:
    """What one run added, by title, and what it left unpublished, with the reason."""

    added: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)

    def publish(self, parent, page):
        """Add the page and publish it; where it lacks what only the authority knows, it stays a draft."""
        page._cached_parent_obj = parent
        problems = page.publish_problems()
        page.live = not problems
        # Wagtail would note at each of three savings which files the page shows; once is enough.
        with disable_reference_index_auto_update():
            page = parent.add_child(instance=page)
            revision = page.save_revision(clean=False)
        self.added.append(page.title)
        if problems:
            ReferenceIndex.create_or_update_for_object(page)
            self.drafts.append(f"{page.title}: {' '.join(str(problem) for problem in problems)}")
        else:
            revision.publish()
        return page


@transaction.atomic
def build(site_name: str = "", codes: list[str] | None = None, fill=None) -> Built:
    """Add what is missing of the default site.

    `site_name` names a new site, else the province or authority does. `codes` limits the sections to these
    authorities. `fill(authority, default)` may give another page than the default one, as the demonstration does.
    """
    built = Built()
    home = HomePage.objects.first() or _front_page(built)
    moderate(Page.get_first_root_node())
    for authority in Authority.objects.filter(files=None).order_by("pk"):
        keep_files(authority)
    _site(home, site_name or _name())
    authorities = Authority.objects.open().order_by("pk")
    for authority in authorities.filter(code__in=codes) if codes else authorities:
        add_section(authority, home, built, fill or _as_it_is)
    add_english(home, built)
    for default in PAGES:
        if not home.get_children().filter(slug=default.slug).exists():
            built.publish(home, page_from(default))
    return built


def add_section(authority: Authority, home: HomePage, built: Built, fill) -> None:
    """The page of one authority at its code, and below it every part of its section that is not there yet."""
    section = AuthorityPage.objects.filter(authority=authority).first()
    if section is None:
        page = AuthorityPage(title=page_title(authority), slug=authority.code, authority=authority)
        section = built.publish(home, page)
    there = set(section.get_children().values_list("slug", flat=True))
    for default in SECTION:
        if default.slug not in there:
            filled = fill(authority, default)
            page = built.publish(section, page_from(filled))
            for child in filled.children:
                built.publish(page, page_from(child, show_in_menus=False))


def page_from(default: DefaultPage, *, show_in_menus: bool = True):
    """The page, with its rows, not in the tree yet."""
    model = getattr(models, default.kind)
    words = {"title": default.title, "slug": default.slug, "lead": default.lead}
    page = model(**words, show_in_menus=show_in_menus, **default.fields)
    page.body = default.body
    for relation, rows in default.rows.items():
        row_model = model._meta.get_field(relation).related_model
        setattr(page, relation, [row_model(sort_order=place, **row) for place, row in enumerate(rows)])
    return page


def _as_it_is(authority, default):
    return default


def add_english(home: HomePage, built: Built) -> None:
    """The English page of the site, and of every authority whose English name is beyond doubt."""
    if page := english.site_page(home):
        built.publish(home, page)
    for parent in AuthorityPage.objects.select_related("authority").order_by("path"):
        if page := english.page_of(parent.authority, parent):
            built.publish(parent, page)


def moderate(root: Page) -> None:
    """Every page is approved by a second person. Wagtail's own step, which asks for groups, is put out of use."""
    step = SecondPersonTask.objects.filter(active=True).first() or SecondPersonTask.objects.create(name=STEP)
    used = WorkflowPage.objects.filter(page=root).select_related("workflow").first()
    workflow = used.workflow if used else Workflow.objects.create(name=WORKFLOW)
    if [task.pk for task in workflow.tasks] == [step.pk]:
        return
    workflow.name, workflow.active = WORKFLOW, True
    workflow.save()
    others = Task.objects.exclude(pk=step.pk).filter(workflow_tasks__workflow=workflow)
    others.update(active=False)
    WorkflowTask.objects.filter(workflow=workflow).delete()
    WorkflowTask.objects.create(workflow=workflow, task=step, sort_order=0)
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})


def keep_files(authority: Authority) -> AuthorityFiles:
    """A collection of the authority's own."""
    root = Collection.get_first_root_node() or Collection.add_root(name="Gốc")
    collection = root.add_child(name=authority.short_name)
    return AuthorityFiles.objects.create(authority=authority, collection=collection)


def _front_page(built):
    root = Page.get_first_root_node()
    # Wagtail's own migration leaves a "Welcome" page at the address we need.
    placeholder = root.get_children().filter(slug="home").first()
    if placeholder and placeholder.specific_class is Page and not placeholder.get_children().exists():
        placeholder.delete()
        root.refresh_from_db()
    return built.publish(root, HomePage(title="Trang chủ", slug="trang-chu"))


def _site(home, name):
    address = urlsplit(settings.BASE_URL)
    defaults = {
        "hostname": address.hostname or "localhost",
        "port": address.port or (443 if address.scheme == "https" else 80),
        "root_page": home,
        "site_name": name,
    }
    site, _is_new = Site.objects.get_or_create(is_default_site=True, defaults=defaults)
    if site.root_page_id != home.pk and site.root_page.specific_class is Page:
        for attribute, value in defaults.items():
            setattr(site, attribute, value)
        site.save()


def _name():
    host = host_authority()
    return page_title(host) if host else str(settings.SITE_NAME)
