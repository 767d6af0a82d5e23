"""strawberry-django-auth, set up as in its tutorial, with its JSON web tokens.

Option: `expired` (links are already expired).
"""

import sys
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from django_site import configure, serve
from gqlauth.settings_type import GqlAuthSettings
from serving import OPTIONS

configure(
    apps=["django.contrib.admin", "django.contrib.messages", "strawberry_django", "gqlauth"],
    middleware=["gqlauth.core.middlewares.django_jwt_middleware"],
    GQL_AUTH=GqlAuthSettings(
        LOGIN_REQUIRE_CAPTCHA=False,
        ALLOW_LOGIN_NOT_VERIFIED=True,
        EMAIL_TEMPLATE_VARIABLES={
            "protocol": "https",
            "domain": "recover.latchkey.example",
            "path": "reset-password",
        },
        **({"EXPIRATION_PASSWORD_RESET_TOKEN": timedelta(seconds=-1)} if "expired" in OPTIONS else {}),
    ),
)

import strawberry
from django.urls import path
from gqlauth.core.middlewares import JwtSchema
from gqlauth.user import arg_mutations
from gqlauth.user.queries import UserQueries
from strawberry.django.views import GraphQLView


@strawberry.type
class Query(UserQueries):
    pass


@strawberry.type
class Mutation:
    token_auth = arg_mutations.ObtainJSONWebToken.field
    send_password_reset_email = arg_mutations.SendPasswordResetEmail.field
    password_reset = arg_mutations.PasswordReset.field


schema = JwtSchema(query=Query, mutation=Mutation)
urlpatterns = [path("graphql", GraphQLView.as_view(schema=schema))]

serve()
