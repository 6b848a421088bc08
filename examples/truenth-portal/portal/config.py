"""Settings, all from the environment; the image sets the defaults."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Config:
    version: str
    channel: str
    title: str
    database_url: str
    redis_url: str
    draft_days: int

    @classmethod
    def from_environment(cls) -> "Config":
        return cls(
            version=os.environ["PORTAL_VERSION"],
            channel=os.environ["PORTAL_CHANNEL"],
            title=os.environ["PORTAL_TITLE"],
            database_url=os.environ["DATABASE_URL"],
            redis_url=os.environ["REDIS_URL"],
            draft_days=int(os.environ["PORTAL_DRAFT_DAYS"]),
        )
