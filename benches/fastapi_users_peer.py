"""fastapi-users, set up as in its documentation: SQLAlchemy, SQLite, one account, discarded email."""

import os
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI
from fastapi_users import BaseUserManager, FastAPIUsers, IntegerIDMixin, schemas
from fastapi_users.authentication import AuthenticationBackend, BearerTransport, JWTStrategy
from fastapi_users.db import SQLAlchemyBaseUserTable, SQLAlchemyUserDatabase
from sqlalchemy import Integer
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SECRET = "only for measuring, and long enough for a key"
engine = create_async_engine(f"sqlite+aiosqlite:///{os.environ['PEER_FOLDER']}/fastapi.db")
sessions = async_sessionmaker(engine, expire_on_commit=False)


class Base(DeclarativeBase):
    pass


class User(SQLAlchemyBaseUserTable[int], Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)


class UserManager(IntegerIDMixin, BaseUserManager[User, int]):
    reset_password_token_secret = SECRET
    verification_token_secret = SECRET

    async def on_after_forgot_password(self, user, token, request=None):
        pass


async def user_db():
    async with sessions() as session:
        yield SQLAlchemyUserDatabase(session, User)


async def user_manager(db=Depends(user_db)):
    yield UserManager(db)


backend = AuthenticationBackend(
    name="jwt",
    transport=BearerTransport(tokenUrl="login"),
    get_strategy=lambda: JWTStrategy(secret=SECRET, lifetime_seconds=3600),
)
users = FastAPIUsers[User, int](user_manager, [backend])


@asynccontextmanager
async def lifespan(app):
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with sessions() as session:
        manager = UserManager(SQLAlchemyUserDatabase(session, User))
        try:
            await manager.create(schemas.BaseUserCreate(email="ada@example.org", password="seven grey herons"))
        except Exception:
            # Another worker was faster.
            pass
    yield


app = FastAPI(lifespan=lifespan)
app.include_router(users.get_reset_password_router())
