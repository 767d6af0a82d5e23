"""django-allauth for apps (headless), set up as in its documentation.

Options: `by-code` (the email contains a code instead of a link), `signs-in` (a reset also signs in), `expired` (links are
already expired). The server does not send expired codes, so `POST /expire-codes` expires them later.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from django_site import configure, serve
from serving import OPTIONS

configure(
    apps=["allauth", "allauth.account", "allauth.headless"],
    middleware=["allauth.account.middleware.AccountMiddleware"],
    AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
    ACCOUNT_LOGIN_METHODS={"email"},
    ACCOUNT_EMAIL_VERIFICATION="none",
    ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED="by-code" in OPTIONS,
    ACCOUNT_LOGIN_ON_PASSWORD_RESET="signs-in" in OPTIONS,
    HEADLESS_ONLY=True,
    HEADLESS_CLIENTS=["app"],
    HEADLESS_FRONTEND_URLS={
        "account_confirm_email": "https://recover.latchkey.example/verify-email/{key}",
        "account_reset_password": "https://recover.latchkey.example/forgot-password",
        "account_reset_password_from_key": "https://recover.latchkey.example/reset-password?key={key}",
        "account_signup": "https://recover.latchkey.example/signup",
    },
)

from django.conf import settings
from django.http import HttpResponse
from django.urls import include, path


def expire_codes(request):
    settings.ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = -1
    return HttpResponse()


urlpatterns = [
    path("expire-codes", expire_codes),
    path("accounts/", include("allauth.urls")),
    path("_allauth/", include("allauth.headless.urls")),
]

serve()
