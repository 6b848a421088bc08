from panoptes_utils.config import load


def test_later_files_win_key_by_key(tmp_path):
    unit = tmp_path / "unit.yaml"
    unit.write_text("name: PAN000\nsite: {latitude: 19.54, horizon: 30}\ncameras: [a, b]\n")
    local = tmp_path / "local.yaml"
    local.write_text("site: {horizon: 35}\ncameras: [c]\n")
    assert load([unit, local]) == {"name": "PAN000", "site": {"latitude": 19.54, "horizon": 35}, "cameras": ["c"]}
