"""dj-rest-auth, set up as in its documentation, without django-allauth.

Options: `expired` (links are already expired), `throttled` (one request a day).
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from django_site import configure, serve
from serving import OPTIONS

throttling = {
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.ScopedRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"dj_rest_auth": "1/day"},
}
configure(
    apps=["rest_framework", "rest_framework.authtoken", "dj_rest_auth"],
    mail="Choose a new password: https://recover.latchkey.example/reset-password/{{ uid }}/{{ token }}/",
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
        **(throttling if "throttled" in OPTIONS else {}),
    },
)

from django.urls import include, path

urlpatterns = [path("rest/", include("dj_rest_auth.urls"))]

serve()
