"""A change of the calendar says where its notice can be read, beside the notice's number."""

from django.db import migrations, models

SOURCE = {"blank": True, "help_text": "Nơi đăng thông báo", "max_length": 300, "verbose_name": "nguồn"}


class Migration(migrations.Migration):
    dependencies = [("law", "0002_ship_laws_and_calendars")]

    operations = [
        migrations.AddField("calendarchange", "source", models.CharField(**SOURCE)),
        migrations.AddField("historicalcalendarchange", "source", models.CharField(**SOURCE)),
    ]
