from panoptes_utils import __version__


def test_the_version_comes_from_gits_tags():
    assert not __version__.startswith("0.1.dev")  # what setuptools_scm says where it finds none
