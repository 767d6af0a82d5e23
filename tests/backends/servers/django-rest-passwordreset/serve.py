"""django-rest-passwordreset, set up as in its documentation, with tokens of Django REST framework.

Options: `expired` (links are already expired), `throttled` (its own limit of requests, and one reset a day), `revealing` (it
says whether an account exists).
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from django_site import configure, serve
from serving import OPTIONS, SENDER

SCOPE = "django-rest-passwordreset"
throttling = {
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.ScopedRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {f"{SCOPE}-confirm": "1/day", f"{SCOPE}-validate-token": "100/day"},
}
configure(
    apps=["rest_framework", "rest_framework.authtoken", "django_rest_passwordreset"],
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
        **(throttling if "throttled" in OPTIONS else {}),
    },
    # Without this setting, it allows three requests a day.
    **({} if "throttled" in OPTIONS else {"DJANGO_REST_PASSWORDRESET_THROTTLE_CLASSES": ()}),
    **({"DJANGO_REST_MULTITOKENAUTH_RESET_TOKEN_EXPIRY_TIME": -1} if "expired" in OPTIONS else {}),
    **({"DJANGO_REST_PASSWORDRESET_NO_INFORMATION_LEAKAGE": False} if "revealing" in OPTIONS else {}),
)

from django.core.mail import send_mail
from django.dispatch import receiver
from django.urls import include, path
from django_rest_passwordreset.signals import reset_password_token_created
from rest_framework.authtoken.views import obtain_auth_token
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response


# The app sends no emails.
@receiver(reset_password_token_created)
def send_link(reset_password_token, **_):
    link = f"https://recover.latchkey.example/reset-password?token={reset_password_token.key}"
    send_mail("Reset your password", f"Choose a new password: {link}", SENDER, [reset_password_token.user.email])


@api_view()
@permission_classes([IsAuthenticated])
def me(request):
    return Response({"username": request.user.username})


urlpatterns = [
    path("password_reset/", include("django_rest_passwordreset.urls", namespace="password_reset")),
    path("token/", obtain_auth_token),
    path("me/", me),
]

serve()
