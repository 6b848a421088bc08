"""Where answers are kept."""

import json

import psycopg2
import redis

TABLE = "CREATE TABLE IF NOT EXISTS answer (person TEXT, question TEXT, value TEXT NOT NULL, PRIMARY KEY (person, question))"
STORE = "INSERT INTO answer VALUES (%s, %s, %s) ON CONFLICT (person, question) DO UPDATE SET value = EXCLUDED.value"


class Answers:
    """What people have answered for good."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url

    def store(self, person: str, values: dict[str, str]) -> None:
        self._execute(lambda cursor: cursor.executemany(STORE, [(person, *pair) for pair in values.items()]))

    def of(self, person: str) -> dict[str, str]:
        def read(cursor):
            cursor.execute("SELECT question, value FROM answer WHERE person = %s", (person,))
            return dict(cursor.fetchall())

        return self._execute(read)

    def _execute(self, work):
        connection = psycopg2.connect(self._url)
        try:
            with connection, connection.cursor() as cursor:  # a transaction
                cursor.execute(TABLE)
                return work(cursor)
        finally:
            connection.close()


class Drafts:
    """What people are about to answer; forgotten after some days."""

    def __init__(self, redis_url: str, days: int) -> None:
        self._redis = redis.Redis.from_url(redis_url)
        self._seconds = days * 86_400

    def keep(self, person: str, values: dict[str, str]) -> None:
        self._redis.set(f"draft:{person}", json.dumps(values), ex=self._seconds)

    def of(self, person: str) -> dict[str, str]:
        return json.loads(self._redis.get(f"draft:{person}") or "{}")

    def drop(self, person: str) -> None:
        self._redis.delete(f"draft:{person}")
