"""Small real files for the demonstration: DOCX papers with a heading, a number and a few articles."""

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from cms.core.models import Authority
from cms.core.text import slug
from home.docx import docx, paragraph


class Shelf:
    """The collection of one authority's files."""

    def __init__(self, authority: Authority):
        self.authority = authority

    def paper(self, title: str, number: str, lines: tuple[str, ...]):
        """A document of the library; the same title twice is one document."""
        model = get_document_model()
        collection = self.authority.files.collection
        found = model.objects.filter(title=title, collection=collection).first()
        if found is None:
            content = docx(
                [
                    paragraph(self.authority.name.upper(), bold=True, align="center"),
                    paragraph(number, align="center"),
                    paragraph(title, bold=True, align="center", size=14),
                    *(paragraph(line, align="both") for line in lines),
                    paragraph("Văn bản giả định, chỉ để xem thử phần mềm.", italic=True, size=11),
                ]
            )
            name = f"{self.authority.code[:20]}-{slug(title)[:50]}.docx"
            found = model(title=title, collection=collection, file=ContentFile(content, name=name))
            found._set_document_file_metadata()
            found.save()
        return found
