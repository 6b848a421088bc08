"""The portal's pages and its API."""

from flask import Flask, jsonify, render_template, request

from portal.answers import Answers, Drafts
from portal.config import Config


def create_app(config: Config) -> Flask:
    app = Flask(__name__)
    answers = Answers(config.database_url)
    drafts = Drafts(config.redis_url, config.draft_days)

    @app.get("/")
    def home():
        return render_template("home.html", config=config)

    @app.get("/health")
    def health():
        """Both stores answer."""
        answers.of("nobody")
        drafts.of("nobody")
        return jsonify(status="ok", version=config.version, channel=config.channel)

    @app.put("/people/<person>/draft")
    def keep_draft(person: str):
        drafts.keep(person, request.get_json())
        return "", 204

    @app.post("/people/<person>/answers")
    def submit(person: str):
        """Makes the draft an answer."""
        answers.store(person, drafts.of(person))
        drafts.drop(person)
        return jsonify(answers.of(person)), 201

    @app.get("/people/<person>/answers")
    def list_answers(person: str):
        return jsonify(answers.of(person))

    return app


def from_environment() -> Flask:
    return create_app(Config.from_environment())
