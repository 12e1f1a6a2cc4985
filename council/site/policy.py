"""The content security policy of a page: only what lies beside it may run, and Material's inline scripts by hash."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

OPEN_POLICY = '<meta http-equiv="Content-Security-Policy" content="">'

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL | re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_HAS_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_RUNS = ("", "module", "text/javascript", "application/javascript")
_BESIDE = "'self' file:"  # Firefox takes 'self' to match nothing on a page opened from a folder; https pages cannot load file:


def seal(html: str) -> str:
    """Return the page with its policy filled in; what stands in the article gives no hash, so nothing there may run."""
    frame = _ARTICLE.sub("", html)
    policy = _policy(_hashes(inline_scripts(frame)), _hashes(_STYLE.findall(frame)))
    sealed = OPEN_POLICY.replace('content=""', f'content="{policy}"')
    if OPEN_POLICY in html:
        return html.replace(OPEN_POLICY, sealed, 1)
    return re.sub(r"<head\b[^>]*>", lambda head: head.group() + sealed, html, count=1)


def inline_scripts(html: str) -> list[str]:
    """Return the text of every script in the page that a browser would run and that has no address."""
    return [text for attributes, text in _SCRIPT.findall(html) if _runs(attributes)]


def _runs(attributes: str) -> bool:
    if _HAS_SOURCE.search(attributes):
        return False
    kind = _TYPE.search(attributes)
    return (kind.group(1).lower() if kind else "") in _RUNS


def _hashes(texts: list[str]) -> str:
    unique = dict.fromkeys(f" 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts)
    return "".join(unique)


def _policy(scripts: str, styles: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_BESIDE}{scripts}",
            f"style-src {_BESIDE}{styles}",
            f"img-src {_BESIDE} data:",
            f"font-src {_BESIDE}",
            f"media-src {_BESIDE}",
            f"connect-src {_BESIDE}",
            f"frame-src {_BESIDE}",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            f"form-action {_BESIDE}",
        )
    )
