"""Does a portal do its job? `python -m portal.smoke http://web:8008`"""

import json
import sys
import uuid
from urllib.request import Request, urlopen


def ask(method: str, url: str, body: dict | None = None) -> bytes:
    data = None if body is None else json.dumps(body).encode()
    with urlopen(Request(url, data, {"Content-Type": "application/json"}, method=method), timeout=30) as response:
        return response.read()


def main(portal: str) -> None:
    person = f"{portal}/people/{uuid.uuid4()}"
    given = {"pain": "2", "sleep": "well"}
    health = json.loads(ask("GET", f"{portal}/health"))
    ask("PUT", f"{person}/draft", given)
    stored = json.loads(ask("POST", f"{person}/answers"))
    read = json.loads(ask("GET", f"{person}/answers"))
    if not stored == read == given:
        sys.exit(f"answered {given}, stored {stored}, read {read}")
    print(f"portal {health['version']} ({health['channel']}) keeps what people answer")


if __name__ == "__main__":
    main(*sys.argv[1:])
