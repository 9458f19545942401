"""Registration with digest at a real registrar, and what is told when it goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.kamailio import Kamailio
from support.phone_process import PhoneProcess

from telephony import commands as order
from telephony import events as fact
from telephony.sip.config import AccountConfig

pytestmark = pytest.mark.sip


@pytest.fixture
def registrar(tmp_path: Path) -> Iterator[Kamailio]:
    folder = tmp_path / "registrar"
    folder.mkdir()
    with Kamailio(folder) as kamailio:
        yield kamailio


def line(tmp_path: Path, registrar: Kamailio, *, password: str = "", transport: str = "udp", **options: object) -> PhoneProcess:
    account = AccountConfig(
        name="pbx",
        uri=f"sip:112@{registrar.host}",
        registrar=registrar.host,
        user="112",
        password=password or registrar.password,
        transport=transport,
        expires_s=30,
    )
    return PhoneProcess(tmp_path, accounts=(account,), **options)


@pytest.mark.parametrize("transport", ["udp", "tcp"])
def test_a_registered_line_takes_calls_from_the_pbx_and_calls_out(tmp_path, registrar, caller, transport) -> None:
    with line(tmp_path, registrar, transport=transport) as phone:
        registered = phone.wait(fact.RegistrationChanged)
        assert (registered.line, registered.registered, registered.code, registered.expires_s) == ("pbx", True, 200, 30)
        call = caller.invite(registrar.address)
        ringing = phone.wait(fact.CallRinging)
        assert ringing.line == "pbx"
        call.wait("180")
        phone.submit(order.Answer(call_id=ringing.call_id))
        phone.wait(fact.AudioStarted, ringing.call_id)
        phone.submit(order.HangUp(call_id=ringing.call_id))
        phone.wait(fact.CallEnded)
        phone.submit(order.Dial(new_call_id="out", target_uri="tel:081255500000"))
        assert phone.wait(fact.CallEnded, "out").code == 404


def test_a_wrong_password_is_told_once(tmp_path, registrar) -> None:
    with line(tmp_path, registrar, password="salah", refused_retry_s=0.3) as phone:
        refused = phone.wait(fact.RegistrationChanged)
        assert (refused.registered, refused.code) == (False, 401)
        with pytest.raises(AssertionError, match="did not come"):
            phone.wait(fact.RegistrationChanged, count=2, timeout_s=1.5)


@pytest.mark.parametrize("transport", ["udp", "tcp"])
def test_a_frozen_registrar_is_told_and_comes_back(tmp_path, registrar, transport) -> None:
    with line(tmp_path, registrar, transport=transport, ping_every_s=0.3, ping_verdict_s=3.0) as phone:
        phone.wait(fact.RegistrationChanged, where=lambda event: event.registered)
        with pytest.raises(AssertionError, match="did not come"):
            phone.wait(fact.RegistrationChanged, count=2, timeout_s=3.5)
        registrar.freeze()
        assert phone.wait(fact.RegistrationChanged, count=2).code == 408
        registrar.thaw()
        phone.wait(fact.RegistrationChanged, count=2, where=lambda event: event.registered)


def test_a_registrar_that_dies_is_noticed_by_its_tcp_connection(tmp_path, registrar) -> None:
    with line(tmp_path, registrar, transport="tcp", ping_every_s=60.0) as phone:
        phone.wait(fact.RegistrationChanged, where=lambda event: event.registered)
        registrar.stop()
        phone.wait(fact.RegistrationChanged, where=lambda event: not event.registered)
        registrar.start()
        phone.wait(fact.RegistrationChanged, count=2, where=lambda event: event.registered)


def test_two_lines_live_apart(tmp_path, registrar, caller) -> None:
    accounts = (
        AccountConfig(name="pbx", uri=f"sip:112@{registrar.host}", registrar=registrar.host, user="112", password="salah"),
        AccountConfig(name="trunk", uri="sip:trunk@127.0.0.1"),
    )
    with PhoneProcess(tmp_path, accounts=accounts) as phone:
        states = {phone.wait(fact.RegistrationChanged, count=count).line for count in (1, 2)}
        assert states == {"pbx", "trunk"}
        caller.invite(phone.udp, to="trunk").wait("180")
        assert phone.wait(fact.CallRinging).line == "trunk"


def test_a_line_that_cannot_listen_says_so_in_a_sentence(tmp_path: Path, phone: PhoneProcess) -> None:
    folder = tmp_path / "second"
    folder.mkdir()
    second = PhoneProcess(folder, udp_port=phone.udp[1])
    assert second.process.wait(60) == 3
    second.stop()
    assert second.fatal.startswith(f"SIP cannot listen on UDP port {phone.udp[1]} of 127.0.0.1")
    assert "Traceback" not in second.stderr


@pytest.mark.parametrize(
    "accounts", [({"name": "a", "uri": "nonsense"},), ({"name": "a", "uri": "sip:a@b"}, {"name": "a", "uri": "sip:c@d"})]
)
def test_accounts_that_cannot_work_are_refused_in_a_sentence(tmp_path: Path, accounts) -> None:
    phone = PhoneProcess(tmp_path, accounts=tuple(AccountConfig(**account) for account in accounts))
    assert phone.process.wait(60) == 3
    phone.stop()
    assert phone.fatal
    assert "Traceback" not in phone.stderr
