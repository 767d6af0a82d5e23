"""djoser, set up as in its documentation, with tokens of Django REST framework.

Options: `expired` (links are already expired), `throttled` (one anonymous request a day).
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from django_site import configure, serve
from serving import OPTIONS

throttling = {
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"anon": "1/day"},
}
configure(
    apps=["rest_framework", "rest_framework.authtoken", "djoser"],
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
        **(throttling if "throttled" in OPTIONS else {}),
    },
    DJOSER={
        "PASSWORD_RESET_CONFIRM_URL": "reset-password?uid={uid}&token={token}",
        "EMAIL_FRONTEND_PROTOCOL": "https",
        "EMAIL_FRONTEND_DOMAIN": "recover.latchkey.example",
    },
)

from django.urls import include, path

urlpatterns = [
    path("auth/", include("djoser.urls")),
    path("auth/", include("djoser.urls.authtoken")),
]

serve()
