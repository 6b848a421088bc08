"""The service's HTTP API."""

import os
import sqlite3

from flask import Flask, abort, jsonify, request

from keeper.store import Store


def create_app(database: str = ":memory:", version: str = "dev") -> Flask:
    app = Flask(__name__)
    store = Store(database)

    @app.get("/")
    def about():
        return jsonify(name="ltd-keeper", version=version)

    @app.get("/healthz")
    def health():
        """Kubernetes' probe: the database answers."""
        store.products()
        return jsonify(status="ok")

    @app.get("/products/")
    def list_products():
        return jsonify(store.products())

    @app.post("/products/")
    def add_product():
        slug, title = wanted("slug", "title")
        try:
            store.add_product(slug, title)
        except sqlite3.IntegrityError:
            abort(409, f"{slug} is a product already")
        return jsonify(slug=slug, title=title), 201

    @app.post("/products/<product>/builds/")
    def add_build(product: str):
        known(product)
        build = store.add_build(product, *wanted("git_ref"))
        return jsonify(number=build.number, edition=build.edition), 201

    @app.get("/products/<product>/editions/")
    def list_editions(product: str):
        known(product)
        return jsonify(store.editions(product))

    def known(product: str) -> None:
        if product not in store.products():
            abort(404, f"{product} is no product")

    return app


def wanted(*names: str) -> list[str]:
    """These members of the request's JSON."""
    body = request.get_json()
    missing = [name for name in names if not body.get(name)]
    if missing:
        abort(400, f"missing: {', '.join(missing)}")
    return [body[name] for name in names]


def from_environment() -> Flask:
    return create_app(os.environ["KEEPER_DATABASE"], os.environ["KEEPER_VERSION"])
