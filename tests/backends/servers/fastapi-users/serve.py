"""fastapi-users, set up as in its documentation: SQLAlchemy, JWTs as bearer tokens.

Option: `expired` (links are already expired).
"""

import asyncio
import smtplib
import socket
import sys
import uuid
from contextlib import asynccontextmanager
from email.message import EmailMessage
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import uvicorn
from fastapi import Depends, FastAPI
from fastapi_users import BaseUserManager, FastAPIUsers, InvalidPasswordException, UUIDIDMixin, schemas
from fastapi_users.authentication import AuthenticationBackend, BearerTransport, JWTStrategy
from fastapi_users.db import SQLAlchemyBaseUserTableUUID, SQLAlchemyUserDatabase
from fastapi_users.password import PasswordHelper
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from serving import EMAIL, HOST, OPTIONS, PASSWORD, PORT, SENDER, SMTP_PORT, ready
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import StaticPool

SECRET = "a secret for the duration of a test"


class Base(DeclarativeBase):
    pass


class User(SQLAlchemyBaseUserTableUUID, Base):
    pass


engine = create_async_engine("sqlite+aiosqlite://", poolclass=StaticPool)
new_session = async_sessionmaker(engine, expire_on_commit=False)


# Minimal cost, to keep the tests fast.
fast_hasher = PasswordHelper(PasswordHash([Argon2Hasher(time_cost=1, memory_cost=64, parallelism=1)]))


class UserManager(UUIDIDMixin, BaseUserManager[User, uuid.UUID]):
    reset_password_token_secret = SECRET
    verification_token_secret = SECRET
    if "expired" in OPTIONS:
        reset_password_token_lifetime_seconds = -1

    # The library has no default rule; this one is from its documentation.
    async def validate_password(self, password, user):
        if len(password) < 8:
            raise InvalidPasswordException(reason="Password should be at least 8 characters")

    # The library sends no emails.
    async def on_after_forgot_password(self, user, token, request=None):
        mail = EmailMessage()
        mail["Subject"], mail["From"], mail["To"] = "Reset your password", SENDER, user.email
        mail.set_content(f"Choose a new password:\n\nlatchkey://reset-password?token={token}\n")
        with smtplib.SMTP(HOST, SMTP_PORT) as smtp:
            smtp.send_message(mail)


async def user_manager():
    async with new_session() as session:
        yield UserManager(SQLAlchemyUserDatabase(session, User), fast_hasher)


backend = AuthenticationBackend(
    name="jwt",
    transport=BearerTransport(tokenUrl="auth/jwt/login"),
    get_strategy=lambda: JWTStrategy(secret=SECRET, lifetime_seconds=3600),
)
users = FastAPIUsers[User, uuid.UUID](user_manager, [backend])
app = FastAPI()
app.include_router(users.get_reset_password_router(), prefix="/auth")
app.include_router(users.get_auth_router(backend), prefix="/auth/jwt")
app.include_router(users.get_users_router(schemas.BaseUser, schemas.BaseUserUpdate), prefix="/users")


async def main():
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with asynccontextmanager(user_manager)() as manager:
        await manager.create(schemas.BaseUserCreate(email=EMAIL, password=PASSWORD))
    listener = socket.create_server((HOST, PORT))
    ready()
    await uvicorn.Server(uvicorn.Config(app, log_level="warning")).serve(sockets=[listener])


asyncio.run(main())
