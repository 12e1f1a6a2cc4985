"""Papers converted to PDF by an office program of this computer, where the council asks for it; always the cleaned copy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from msgspec import Struct

LIBREOFFICE, WORD = "libreoffice", "word"
NAMES = {LIBREOFFICE: "LibreOffice", WORD: "Microsoft Office"}

_SECONDS = 180
_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_FILTERS = {"docx": "pdf:writer_pdf_Export", "xlsx": "pdf:calc_pdf_Export"}
# Read-only, without macros, links not followed; the paths come from outside the script.
_SCRIPTS = {
    "docx": (
        "$a = New-Object -ComObject Word.Application; $a.AutomationSecurity = 3; "
        "try { $d = $a.Documents.Open($env:PAPER, $false, $true); "
        "$d.ExportAsFixedFormat($env:PAPER_PDF, 17); $d.Close($false) } finally { $a.Quit() }"
    ),
    "xlsx": (
        "$a = New-Object -ComObject Excel.Application; $a.AutomationSecurity = 3; "
        "try { $d = $a.Workbooks.Open($env:PAPER, 0, $true); "
        "$d.ExportAsFixedFormat(0, $env:PAPER_PDF); $d.Close($false) } finally { $a.Quit() }"
    ),
}


class NotConvertedError(Exception):
    """The program made no PDF; the words say why, without any path."""


class Office(Struct, frozen=True):
    """An office program: ``name`` as the settings write it, ``program`` its file; empty where it is not there."""

    name: str
    program: str = ""

    @property
    def identity(self) -> str:
        """What tells it from another version of itself."""
        if not self.program:
            return f"{self.name}:"
        told = Path(self.program).stat()
        return f"{self.name}:{told.st_size}:{told.st_mtime_ns}"

    def convert(self, data: bytes, kind: str) -> bytes:
        """Return a paper as PDF. Raises NotConvertedError."""
        if not self.program:
            raise NotConvertedError(f"no {NAMES[self.name]}")  # noqa: EM102, TRY003 - a reason, shown to people
        with tempfile.TemporaryDirectory() as folder:
            paper = Path(folder) / f"paper.{kind}"
            paper.write_bytes(data)
            self._run(paper, kind)
            made = paper.with_suffix(".pdf")
            content = made.read_bytes() if made.is_file() else b""
        if not content.startswith(b"%PDF-"):
            raise NotConvertedError("no PDF")  # noqa: EM101, TRY003 - as above
        return content

    def _run(self, paper: Path, kind: str) -> None:
        command, more = self._command(paper, kind)
        try:
            subprocess.run(  # noqa: S603 - a program of the settings, with arguments of ours
                command,
                cwd=paper.parent,
                env={**os.environ, **more},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=True,
            )
        except subprocess.TimeoutExpired as error:
            raise NotConvertedError(f"{_SECONDS} s") from error  # noqa: EM102, TRY003 - as above
        except subprocess.CalledProcessError as error:
            raise NotConvertedError(f"exit {error.returncode}") from error  # noqa: EM102, TRY003 - as above
        except OSError as error:
            raise NotConvertedError(type(error).__name__) from error

    def _command(self, paper: Path, kind: str) -> tuple[list[str], dict[str, str]]:
        if self.name == WORD:
            shell = [self.program, "-NoProfile", "-NonInteractive", "-Command", _SCRIPTS[kind]]
            return shell, {"PAPER": str(paper), "PAPER_PDF": str(paper.with_suffix(".pdf"))}
        profile = (paper.parent / "profile").as_uri()
        options = ["--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile}"]
        return [self.program, *options, "--convert-to", _FILTERS[kind], "--outdir", str(paper.parent), str(paper)], {}


def find_office(name: str) -> Office | None:
    """Return the program that the settings name, looked for on this computer; None where they name none."""
    if not name:
        return None
    if name == WORD:
        return Office(name, (shutil.which("powershell") or "") if sys.platform == "win32" else "")
    found = next((path for one in _PROGRAMS if (path := shutil.which(one))), "")
    return Office(name, found or next((one for one in _USUAL_PLACES if Path(one).is_file()), ""))
