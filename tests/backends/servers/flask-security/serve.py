"""Flask-Security for apps, set up for JSON as in its documentation.

Options: `expired` (links are already expired), `reveals-accounts` (the server reports whether an account exists, its default).
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from flask import Flask
from flask_mailman import Mail
from flask_security import Security, SQLAlchemyUserDatastore, auth_required, hash_password
from flask_security.models import fsqla_v3
from flask_sqlalchemy import SQLAlchemy
from jinja2 import ChoiceLoader, DictLoader
from serving import EMAIL, HOST, OPTIONS, PASSWORD, PORT, SENDER, SMTP_PORT, ready
from werkzeug.serving import WSGIRequestHandler, make_server

MAIL = "Choose a new password: https://recover.latchkey.example/reset-password?token={{ reset_token }}"

app = Flask(__name__)
app.config.update(
    SECRET_KEY="a secret for the duration of a test",
    SECURITY_PASSWORD_SALT="a salt for the duration of a test",
    SQLALCHEMY_DATABASE_URI="sqlite:///:memory:",
    MAIL_SERVER=HOST,
    MAIL_PORT=SMTP_PORT,
    MAIL_DEFAULT_SENDER=SENDER,
    SECURITY_EMAIL_SENDER=SENDER,
    SECURITY_RECOVERABLE=True,
    SECURITY_EMAIL_HTML=False,
    SECURITY_RETURN_GENERIC_RESPONSES="reveals-accounts" not in OPTIONS,
    # Minimal cost, as its documentation recommends for tests.
    SECURITY_PASSWORD_HASH="plaintext",
    SECURITY_PASSWORD_SCHEMES=["plaintext"],
    SECURITY_HASHING_SCHEMES=["hex_md5"],
    SECURITY_DEPRECATED_HASHING_SCHEMES=[],
    # Disables the DNS lookup of the address's domain, which refuses example domains.
    SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False},
    # Apps send no CSRF token.
    WTF_CSRF_CHECK_DEFAULT=False,
    SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS=True,
    SECURITY_RESET_PASSWORD_WITHIN="-1 seconds" if "expired" in OPTIONS else "1 days",
)
# Replaces the link to the server's own page by one to the app.
app.jinja_loader = ChoiceLoader([DictLoader({"security/email/reset_instructions.txt": MAIL}), app.jinja_loader])
Mail(app)
db = SQLAlchemy(app)
fsqla_v3.FsModels.set_db_info(db)


class Role(db.Model, fsqla_v3.FsRoleMixin):
    pass


class User(db.Model, fsqla_v3.FsUserMixin):
    pass


app.security = Security(app, SQLAlchemyUserDatastore(db, User, Role))


@app.get("/me")
@auth_required("token")
def me():
    return {}


class QuietHandler(WSGIRequestHandler):
    """Logs no requests."""

    def log(self, *_):
        pass


with app.app_context():
    db.create_all()
    app.security.datastore.create_user(email=EMAIL, password=hash_password(PASSWORD))
    db.session.commit()
    server = make_server(HOST, PORT, app, request_handler=QuietHandler)
ready()
server.serve_forever()
