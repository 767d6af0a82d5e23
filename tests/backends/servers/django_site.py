"""A Django project in one module, for the servers that are Django apps: accounts in memory, Django's own password rules."""

from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings
from serving import EMAIL, HOST, OPTIONS, PASSWORD, PORT, SENDER, SMTP_PORT, ready

RULES = ["UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword"]


def configure(apps, mail="", middleware=(), **more):
    """Sets Django up with these apps. `mail` is the text of Django's own recovery mail."""
    settings.configure(
        SECRET_KEY="for a server that lives as long as a test",
        ALLOWED_HOSTS=[HOST],
        ROOT_URLCONF="__main__",
        USE_TZ=True,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", *apps],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            *middleware,
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "context_processors": ["django.template.context_processors.request"],
                    "loaders": [
                        (
                            "django.template.loaders.locmem.Loader",
                            {"registration/password_reset_email.html": mail} if mail else {},
                        ),
                        "django.template.loaders.app_directories.Loader",
                    ],
                },
            }
        ],
        # A test should not wait for arithmetic; Django's documentation advises this one.
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        AUTH_PASSWORD_VALIDATORS=[
            *({"NAME": f"django.contrib.auth.password_validation.{rule}Validator"} for rule in RULES),
            {"NAME": "django_site.OwnRule"},
        ],
        # What a link says of its age is older than this, however young it is.
        **({"PASSWORD_RESET_TIMEOUT": -1} if "expired" in OPTIONS else {}),
        EMAIL_HOST=HOST,
        EMAIL_PORT=SMTP_PORT,
        DEFAULT_FROM_EMAIL=SENDER,
        **more,
    )
    django.setup()


class OwnRule:
    """A rule for passwords that only this site has."""

    def validate(self, password, user=None):
        from django.core.exceptions import ValidationError

        if password == "the name of this site":
            raise ValidationError("Choose something else than the name of this site.", code="of_this_site")

    def get_help_text(self):
        return ""


class Quiet(WSGIRequestHandler):
    """No line for each request."""

    def log_message(self, *_):
        pass


def serve():
    """Makes the tables and the account, and serves."""
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    call_command("migrate", verbosity=0)
    get_user_model().objects.create_user(username="ada", email=EMAIL, password=PASSWORD)
    server = make_server(HOST, PORT, get_wsgi_application(), handler_class=Quiet)
    ready()
    server.serve_forever()
