"""A Django project in one module, for servers that are Django apps: accounts in memory, Django's password rules."""

from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings
from serving import EMAIL, HOST, OPTIONS, PASSWORD, PORT, SENDER, SMTP_PORT, ready

RULES = ["UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword"]


def configure(apps, mail="", middleware=(), **settings_overrides):
    """Sets up Django with these apps. `mail` is the text of Django's recovery email."""
    settings.configure(
        SECRET_KEY="a secret for the duration of a test",
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
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                    ],
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
        # A fast hash, as Django's documentation recommends for tests.
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        AUTH_PASSWORD_VALIDATORS=[
            *({"NAME": f"django.contrib.auth.password_validation.{rule}Validator"} for rule in RULES),
            {"NAME": "django_site.CustomRule"},
        ],
        # Every link is older than this.
        **({"PASSWORD_RESET_TIMEOUT": -1} if "expired" in OPTIONS else {}),
        EMAIL_HOST=HOST,
        EMAIL_PORT=SMTP_PORT,
        DEFAULT_FROM_EMAIL=SENDER,
        **settings_overrides,
    )
    django.setup()


class CustomRule:
    """A custom password rule."""

    def validate(self, password, user=None):
        from django.core.exceptions import ValidationError

        if password == "the name of this site":
            raise ValidationError("Choose something else than the name of this site.", code="of_this_site")

    def get_help_text(self):
        return ""


class QuietHandler(WSGIRequestHandler):
    """Logs no requests."""

    def log_message(self, *_):
        pass


def serve():
    """Creates the tables and the account, and starts the server."""
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    call_command("migrate", verbosity=0)
    get_user_model().objects.create_user(username="ada", email=EMAIL, password=PASSWORD)
    server = make_server(HOST, PORT, get_wsgi_application(), handler_class=QuietHandler)
    ready()
    server.serve_forever()
