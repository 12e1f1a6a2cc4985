"""The examples for web servers: they keep what may be kept, shut what must be shut, and can be read by their servers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import SampleSite
from lxml import etree

HOSTING = Path(__file__).parent.parent / "docs" / "hosting"
PUBLIC = ("nginx-public.conf", "apache-public.htaccess", "iis-public.web.config")
MEMBERS = ("nginx-members.conf", "apache-members.htaccess", "iis-members.web.config")
EVERYWHERE = ("frame-ancestors 'self'", "nosniff", "SAMEORIGIN", "no-transform", "max-age=31536000", "manifest+json")
LONG = re.compile(r"(?:~|m#)(/assets/.*?\$)[\"#]")


def text(name: str) -> str:
    return (HOSTING / name).read_text("utf-8")


@pytest.mark.parametrize("name", [*PUBLIC, *MEMBERS])
def test_every_server_says_the_same(name: str) -> None:
    for words in EVERYWHERE:
        assert words in text(name), words
    assert "wake-lock" not in text(name)  # a packet keeps the screen on


@pytest.mark.parametrize("name", MEMBERS)
def test_members_are_asked_who_they_are_and_robots_are_not_let_in(name: str) -> None:
    for words in ("noindex, nofollow, noarchive", "no-referrer", "private"):
        assert words in text(name), words
    assert re.search(r"auth_basic_user_file|Require valid-user|windowsAuthentication enabled=\"true\"", text(name))


@pytest.mark.parametrize("name", [one for one in (*PUBLIC, *MEMBERS) if not one.startswith("iis")])
def test_only_files_named_by_their_content_are_kept_long(name: str, sample_site: SampleSite) -> None:
    pattern = re.compile(LONG.search(text(name))[1])
    for path in sample_site.public.rglob("*.*"):
        uri = f"/{path.relative_to(sample_site.public).as_posix()}"
        is_named = bool(re.fullmatch(r"/assets/(?!search[./]).*\.[0-9a-f]{8,}\.(min\.)?\w+", uri))
        assert bool(pattern.search(uri)) == is_named or ".min." in uri, uri
    assert pattern.search("/gikai/assets/council.0123456789ab.css")
    assert not pattern.search("/packets/sw.js")


@pytest.mark.parametrize("name", [one for one in (*PUBLIC, *MEMBERS) if one.startswith("iis")])
def test_iis_can_read_its_files(name: str) -> None:
    root = etree.parse(str(HOSTING / name)).getroot()
    assert root.tag == "configuration"
    names = [one.get("fileExtension") for one in root.iter("mimeMap")]
    assert len(names) == len(set(names))
    assert {one.get("path") for one in root.iter("location")} == {"assets", "assets/search"}


@pytest.mark.parametrize("name", [*PUBLIC, *MEMBERS])
def test_brackets_are_closed(name: str) -> None:
    for opened, closed in ("{}", "〈〉"):
        assert text(name).count(opened) == text(name).count(closed)
    if name.startswith("nginx"):
        lines = [line.split("#")[0].strip() for line in text(name).splitlines()]
        assert [line for line in lines if line and not line.endswith((";", "{", "}"))] == []


def test_the_page_names_every_file() -> None:
    page = (HOSTING.parent / "hosting.md").read_text("utf-8")
    assert [one.name for one in HOSTING.iterdir() if f"hosting/{one.name}" not in page] == []
