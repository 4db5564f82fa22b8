"""Certificates: the operating system's trust decides, and nothing is said to a host that nobody vouches for."""

import asyncio
import datetime
import ssl
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.canvas.errors import Redirected, Untrusted
from app.canvas.users import User
from tests.support.scripted import TOKEN, ScriptedServer, Time, Wire, serving

x509 = pytest.importorskip("cryptography.x509", reason="certificates for the test are made with cryptography")
hashes = pytest.importorskip("cryptography.hazmat.primitives.hashes")
ec = pytest.importorskip("cryptography.hazmat.primitives.asymmetric.ec")
serialization = pytest.importorskip("cryptography.hazmat.primitives.serialization")


def write_certificate(folder: Path) -> Path:
    """A key and a certificate for localhost that vouches for itself, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "localhost.pem"
    path.write_bytes(secret + certificate.public_bytes(pem))
    return path


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return write_certificate(tmp_path)


@pytest.fixture
def secure(certificate: Path) -> Iterator[ScriptedServer]:
    """A server with a certificate that no operating system trusts by itself."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(context) as server:
        yield server


@pytest.fixture
def me(secure: ScriptedServer, time: Time) -> Callable[[], User]:
    async def scenario() -> User:
        origin = f"https://localhost:{secure.server_address[1]}"
        async with CanvasClient(origin, PersonalToken(TOKEN), clock=time.clock, sleep=time.sleep) as client:
            return await client.users.me()

    return lambda: asyncio.run(scenario())


def test_a_host_that_nobody_vouches_for_hears_nothing(
    secure: ScriptedServer, wire: Wire, time: Time, me: Callable[[], User]
) -> None:
    secure.answer(wire.json({"id": "7", "name": "Ann"}))
    with pytest.raises(Untrusted, match="certificate of localhost"):
        me()
    assert secure.asked == []
    assert time.slept == []


def test_a_certificate_of_the_campus_is_trusted_once_installed(
    secure: ScriptedServer, wire: Wire, me: Callable[[], User], certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    secure.answer(wire.json({"id": "7", "name": "Ann"}))
    assert me() == User("7", "Ann")


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_no_redirect_leads_from_https_to_http(
    code: int,
    secure: ScriptedServer,
    server: ScriptedServer,
    wire: Wire,
    me: Callable[[], User],
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    secure.answer(wire.json({}, code, Location=f"{server.url}/api/v1/users/self"))
    with pytest.raises(Redirected):
        me()
    assert server.asked == []
