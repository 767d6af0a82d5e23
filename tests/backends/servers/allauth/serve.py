"""django-allauth for apps (headless) as its documentation sets it up.

Options: `by-code` (the mail carries a code, not a link), `signs-in` (whoever sets a password is signed in), `expired`
(every link is too old). A code that is too old is not even sent, so `POST /make-codes-old` makes them so afterwards.
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


def make_codes_old(request):
    settings.ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = -1
    return HttpResponse()


urlpatterns = [
    path("make-codes-old", make_codes_old),
    path("accounts/", include("allauth.urls")),
    path("_allauth/", include("allauth.headless.urls")),
]

serve()
