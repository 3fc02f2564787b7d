"""An authority's own emblem: a raster image, checked and drawn anew by Wagtail. SVG can carry script and is refused."""

import PIL.Image
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model
from wagtail.images.fields import WagtailImageField
from wagtail.models import Collection

from cms.core.models import Authority

#: Twice the widest slot in CSS pixels, for fine screens. PNG keeps a transparent ground.
RENDITION = "max-140x140|format-png"
MOST_BYTES = 2 * 1024 * 1024


class EmblemField(WagtailImageField):
    """One image file. What is wrong with it is said in our words, one sentence for all."""

    def __init__(self, *args, help_text="", **kwargs):
        super().__init__(*args, **kwargs)
        self.help_text = help_text  # Wagtail's own would take its place, and name another limit

    def to_python(self, data):
        if data is not None and data.size > MOST_BYTES:
            raise ValidationError(_("Tệp quá lớn. Biểu trưng không quá 2 MB."))
        try:
            upload = super().to_python(data)
            if upload is not None:
                # Read to its last pixel: a picture cut short would fail when it is shown.
                PIL.Image.open(upload).load()
                upload.seek(0)
            return upload
        except (ValidationError, OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError) as error:
            raise ValidationError(
                _("Tệp này không phải ảnh PNG, JPG hoặc WebP. Hãy chọn tệp khác."), code="invalid"
            ) from error


def store(authority: Authority, upload, *, by):
    """Keep an upload that `EmblemField` has passed as the emblem of that authority; returns the image."""
    image = get_image_model()(
        title=str(_("Biểu trưng %(name)s") % {"name": authority.name}),
        file=upload,
        collection=Collection.get_first_root_node(),
        uploaded_by_user=by,
    )
    image.save()
    return image


def picture(authority: Authority):
    """The emblem as it is shown, re-encoded: nothing but its pixels reaches the public."""
    return authority.emblem.get_rendition(RENDITION)
