#!/usr/bin/env python3
"""test-server-tls.py — a server must prove who it is before it gets a password (srv-13).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import PROGRAM, SOURCE, Result, case, main

SERVER = SOURCE / "tests" / "pg-server.sh"
PASSWORD = "correct horse battery 1"


def openssl(*words):
    subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)


def make_authority(folder, name):
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", 2, "-subj", f"/CN={name}",
            "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.crt")


def make_certificate(folder, authority, host, days):
    """Of a server called @host; one of a negative number of days is over already."""
    extra = folder / "names"
    extra.write_text(f"subjectAltName=DNS:{host}\n", "utf-8")
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={host}",
            "-keyout", folder / "server.key", "-out", folder / "server.csr")
    openssl("x509", "-req", "-in", folder / "server.csr", "-CA", folder / f"{authority}.crt", "-CAkey", folder / f"{authority}.key",
            "-set_serial", 7, "-days", days, "-extfile", extra, "-out", folder / "server.crt")


@contextlib.contextmanager
def server(host="localhost", days=2, method="scram-sha-256"):
    """A port of this computer with TLS, a login and a database; (folder of certificates, port)."""
    folder = Path(tempfile.mkdtemp(prefix="shizi-tls-"))
    place = ""
    try:
        for name in ("ours", "theirs"):
            make_authority(folder, name)
        make_certificate(folder, "ours", host, days)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        place = subprocess.run([SERVER, "start"], check=True, stdout=subprocess.PIPE, text=True,
                               env={**os.environ, "SHIZI_PG_TLS": str(folder), "SHIZI_PG_PORT": str(port),
                                    "SHIZI_PG_METHOD": method}).stdout.strip()
        subprocess.run(["psql", "-h", place, "-p", str(port), "-U", "postgres", "-qX", "-c",
                        f"CREATE ROLE admin LOGIN PASSWORD '{PASSWORD}'", "-c",
                        "CREATE DATABASE college OWNER admin TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"], check=True)
        yield folder, port
    finally:
        if place:
            subprocess.run([SERVER, "stop", place], check=True)
        shutil.rmtree(folder)


def ask(port, options, password=PASSWORD):
    environment = {**os.environ, "SHIZI_PASSWORD": password}
    return Result(subprocess.run([str(PROGRAM), "--db", f"postgresql://admin@localhost:{port}/college?{options}", "--json", "whoami"],
                                 capture_output=True, check=False, env=environment, stdin=subprocess.DEVNULL))


def assert_code(result, code):
    assert result.code != 0 and result.json["error"]["code"] == code, (result.out, result.err)


@case("/cli/srv-13/a-server-that-proves-itself")
def proved():
    with server() as (folder, port):
        trust = f"sslmode=verify-full&sslrootcert={folder}/ours.crt"
        # Let in, to a database that holds no college yet.
        assert_code(ask(port, trust), "db.empty")
        assert_code(ask(port, trust, password="wrong horse battery 9"), "db.sign_in")
        assert_code(ask(port, f"sslmode=verify-full&sslrootcert={folder}/theirs.crt"), "db.tls_failed")


@case("/cli/srv-13/another-name-or-an-old-date")
def unproved():
    with server(host="db.example.com") as (folder, port):
        assert_code(ask(port, f"sslmode=verify-full&sslrootcert={folder}/ours.crt"), "db.tls_failed")
    with server(days=-1) as (folder, port):
        assert_code(ask(port, f"sslmode=verify-full&sslrootcert={folder}/ours.crt"), "db.tls_failed")


@case("/cli/srv-13/a-server-that-only-wants-to-hear-the-password")
def listening():
    with server(method="md5") as (folder, port):
        assert_code(ask(port, f"sslmode=verify-full&sslrootcert={folder}/ours.crt"), "db.tls_failed")


if __name__ == "__main__":
    if subprocess.run([SERVER], capture_output=True, check=False).returncode == 77 or not shutil.which("openssl"):
        print("1..0 # SKIP no server was asked to prove itself: no PostgreSQL or no openssl here")
        sys.exit(0)
    sys.exit(main(sys.argv[2:]))
