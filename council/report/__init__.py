"""What a run has to say: findings as text, JSON, GitHub annotations or a page, and a summary in words."""

from council.report.formats import FORMATS, as_json, as_text
from council.report.report import ExitCode, Progress, Published, Report

__all__ = ["FORMATS", "ExitCode", "Progress", "Published", "Report", "as_json", "as_text"]
