"""Settings: which source wins, and one sentence for every mistake."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import resources
from calltaker import settings_loader
from calltaker.durable_file import write_durably
from calltaker.settings import Settings, SipAccount
from calltaker.settings_loader import SettingsError, load, password_of


@pytest.fixture(autouse=True)
def _no_files_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_loader, "system_file", lambda _env: tmp_path / "system.toml")
    monkeypatch.setattr(settings_loader, "user_file", lambda: tmp_path / "user.toml")


def _error(tmp_path: Path, text: str, **env: str) -> str:
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load(data_dir=tmp_path, env=env)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_without_any_file_the_built_in_values_hold(tmp_path: Path) -> None:
    assert load(data_dir=tmp_path, env={}) == Settings(data_dir=tmp_path)


def test_each_source_is_read_over_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "system.toml").write_text('[seat]\nid = "a"\noperator = "a"\ntheme = "day"\nlanguage = "en"\n')
    (tmp_path / "user.toml").write_text('[seat]\nid = "b"\noperator = "b"\ntheme = "night"\n')
    (tmp_path / "settings.toml").write_text('[seat]\nid = "c"\noperator = "c"\n')
    seat = load(data_dir=tmp_path, env={"CALLTAKER_SEAT_ID": "d", "HOME": "/x"}).seat
    assert (seat.id, seat.operator, seat.theme, seat.language) == ("d", "c", "night", "en")


def test_a_file_named_on_the_command_line_replaces_that_of_the_data_folder(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[seat]\nid = "own"\n')
    (tmp_path / "given.toml").write_text(f'data_dir = "{tmp_path / "data"}"\n[seat]\nid = "given"\n')
    settings = load(config=tmp_path / "given.toml", env={})
    assert settings.seat.id == "given"
    assert settings.data_dir == tmp_path / "data"


def test_a_home_folder_in_the_data_folder_is_found_with_its_own_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "seat").mkdir()
    (tmp_path / "seat" / "settings.toml").write_text('[seat]\nid = "own"\n')
    settings = load(env={"CALLTAKER_DATA_DIR": "~/seat"})
    assert (settings.data_dir, settings.seat.id) == (tmp_path / "seat", "own")


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[seat]\nid = "own"\n', encoding="utf-8-sig")
    assert load(data_dir=tmp_path, env={}).seat.id == "own"


@pytest.mark.parametrize("value", ["5", '"~nobody-has-this-name/seat"'])
def test_a_data_folder_that_is_none_is_one_sentence(tmp_path: Path, value: str) -> None:
    (tmp_path / "system.toml").write_text(f"data_dir = {value}\n")
    with pytest.raises(SettingsError) as caught:
        load(env={})
    assert str(caught.value).startswith(f"{tmp_path / 'system.toml'}: data_dir: ")


def test_a_settings_file_that_may_not_be_looked_at_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "lstat", closed)
    monkeypatch.setattr(Path, "read_text", closed)
    with pytest.raises(SettingsError, match="cannot be read: Permission denied"):
        load(data_dir=tmp_path, env={})


def test_the_environment_is_read_by_type(tmp_path: Path) -> None:
    env = {"CALLTAKER_SIP_UDP_PORT": "0", "CALLTAKER_SIP_ACCOUNTS": '[{"name": "x", "uri": "sip:x@localhost"}]'}
    sip = load(data_dir=tmp_path, env=env).sip
    assert sip.udp_port == 0
    assert sip.accounts == (SipAccount(name="x", uri="sip:x@localhost"),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[sip]\nudp_port = 'x'\n", ["settings.toml", "sip.udp_port", "expected int"]),
        ("[sip]\nudp_port = 70000\n", ["settings.toml", "sip.udp_port", "65535"]),
        ("[sip]\nudp_prot = 1\n", ["settings.toml", "sip.udp_prot", "unknown key", "udp_port"]),
        ("[sipp]\nudp_port = 1\n", ["settings.toml", "sipp", "unknown key"]),
        ("[[sip.accounts]]\nname = 'x'\n", ["settings.toml", "uri", "expected a value"]),
        ("[[sip.accounts]]\nname = 'x'\nuri = '0812'\n", ["settings.toml", "sip.accounts[0].uri", "sip:"]),
        ("[seat]\ntheme = 'pink'\n", ["settings.toml", "seat.theme", "pink"]),
        ("[seat]\nid = 'a b'\n", ["settings.toml", "seat.id", "letters"]),
        ("[centre]\nregion_code = '12'\n", ["settings.toml", "centre.region_code", "4 digits"]),
        ("database = 'mysql://x'\n", ["settings.toml", "database", "postgresql+psycopg://"]),
        ("[sip\n", ["settings.toml", "not valid TOML"]),
        ("sip = 3\n", ["settings.toml", "sip", "expected object"]),
    ],
)
def test_a_mistake_names_file_key_and_what_was_expected(tmp_path: Path, text: str, words: list[str]) -> None:
    message = _error(tmp_path, text)
    for word in words:
        assert word in message


def test_a_mistake_in_the_environment_names_the_variable(tmp_path: Path) -> None:
    assert "CALLTAKER_SIP_UDP_PORT" in _error(tmp_path, "", CALLTAKER_SIP_UDP_PORT="many")
    assert "CALLTAKER_SIP_PORT" in _error(tmp_path, "", CALLTAKER_SIP_PORT="1")


def test_a_file_that_is_not_text_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="not UTF-8"):
        load(data_dir=tmp_path, env={})


def test_the_file_written_for_a_new_seat_says_the_built_in_values(tmp_path: Path) -> None:
    text = resources.path("settings", "default.toml").read_text(encoding="utf-8")
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    assert load(data_dir=tmp_path, env={}) == Settings(data_dir=tmp_path)
    shown = re.sub(r"(?m)^# ([a-z_]+ = )", r"\1", text)
    (tmp_path / "settings.toml").write_text(shown, encoding="utf-8")
    assert load(data_dir=tmp_path, env={}) == Settings(data_dir=tmp_path)


def test_the_password_file_must_be_private(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    write_durably(secret, "s3cret\n")
    account = SipAccount(name="112", uri="sip:112@localhost", password_file=str(secret))
    assert password_of(account) == "s3cret"
    secret.chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        password_of(account)
    with pytest.raises(SettingsError, match="password_file of line 112"):
        password_of(SipAccount(name="112", uri="sip:112@localhost", password_file=str(tmp_path / "missing")))


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    write_durably(tmp_path / "f", "old")
    with pytest.raises(UnicodeEncodeError):
        write_durably(tmp_path / "f", "\udc80")
    assert (tmp_path / "f").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["f"]
