"""Flask-Security for apps, as its documentation sets it up for calls with JSON.

Options: `expired` (every link is too old), `reveals-accounts` (it says whether there is an account, as it does by default).
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
    SECRET_KEY="for a server that lives as long as a test",
    SECURITY_PASSWORD_SALT="and so for its salt",
    SQLALCHEMY_DATABASE_URI="sqlite:///:memory:",
    MAIL_SERVER=HOST,
    MAIL_PORT=SMTP_PORT,
    MAIL_DEFAULT_SENDER=SENDER,
    SECURITY_EMAIL_SENDER=SENDER,
    SECURITY_RECOVERABLE=True,
    SECURITY_EMAIL_HTML=False,
    SECURITY_RETURN_GENERIC_RESPONSES="reveals-accounts" not in OPTIONS,
    # A test should not wait for arithmetic; its documentation advises these.
    SECURITY_PASSWORD_HASH="plaintext",
    SECURITY_PASSWORD_SCHEMES=["plaintext"],
    SECURITY_HASHING_SCHEMES=["hex_md5"],
    SECURITY_DEPRECATED_HASHING_SCHEMES=[],
    # It would look the address's domain up in the DNS, and take none that is an example.
    SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False},
    # An app sends no CSRF token.
    WTF_CSRF_CHECK_DEFAULT=False,
    SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS=True,
    SECURITY_RESET_PASSWORD_WITHIN="-1 seconds" if "expired" in OPTIONS else "1 days",
)
# The link for the app, in the place of the one to the server's own page.
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


class Quiet(WSGIRequestHandler):
    """No line for each request."""

    def log(self, *_):
        pass


with app.app_context():
    db.create_all()
    app.security.datastore.create_user(email=EMAIL, password=hash_password(PASSWORD))
    db.session.commit()
    server = make_server(HOST, PORT, app, request_handler=Quiet)
ready()
server.serve_forever()
