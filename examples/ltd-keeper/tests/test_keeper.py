from unittest import TestCase, main

from keeper.app import create_app
from keeper.store import edition_of


class Api(TestCase):
    def setUp(self):
        self.client = create_app(version="1.2.3").test_client()
        self.client.post("/products/", json={"slug": "pipelines", "title": "LSST Science Pipelines"})

    def test_tells_its_version(self):
        self.assertEqual(self.client.get("/").json, {"name": "ltd-keeper", "version": "1.2.3"})

    def test_is_healthy(self):
        self.assertEqual(self.client.get("/healthz").status_code, 200)

    def test_an_edition_shows_the_last_build_of_its_ref(self):
        for git_ref in ("main", "tickets/DM-123", "tickets/DM-123"):
            self.client.post("/products/pipelines/builds/", json={"git_ref": git_ref})
        self.assertEqual(self.client.get("/products/pipelines/editions/").json, {"main": 1, "tickets-DM-123": 3})

    def test_refuses_what_it_does_not_know(self):
        again = self.client.post("/products/", json={"slug": "pipelines", "title": "Again"})
        nameless = self.client.post("/products/pipelines/builds/", json={})
        unknown = self.client.get("/products/none/editions/")
        self.assertEqual([again.status_code, nameless.status_code, unknown.status_code], [409, 400, 404])


class Editions(TestCase):
    def test_are_named_after_refs(self):
        self.assertEqual([edition_of(ref) for ref in ("main", "v1.0", "u/jdoe/new docs")], ["main", "v1.0", "u-jdoe-new-docs"])


if __name__ == "__main__":
    main()
