"""The forms of django.contrib.auth, with the templates of Django's administration, in English and German.

Options: `expired` (links are already expired).
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from django_site import configure, serve

configure(
    apps=["django.contrib.admin", "django.contrib.messages"],
    # The link of Django's own template has the address of this server, which has no https.
    mail="https://auth.latchkey.example{% url 'password_reset_confirm' uidb64=uid token=token %}",
    middleware=[
        "django.middleware.locale.LocaleMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    LANGUAGE_CODE="de",
)

from django.contrib import admin
from django.contrib.auth import authenticate, login
from django.http import HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def sign_in(request):
    account = authenticate(request, username="ada", password=request.POST["password"])
    if account is None:
        return HttpResponse(status=401)
    login(request, account)
    return HttpResponse()


def me(request):
    return HttpResponse(status=200 if request.user.is_authenticated else 401)


urlpatterns = [
    path("accounts/", include("django.contrib.auth.urls")),
    path("admin/", admin.site.urls),
    path("sign-in/", sign_in),
    path("me/", me),
]

serve()
