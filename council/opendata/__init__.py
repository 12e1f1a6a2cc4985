"""Open data: CSV, JSON, a data package, a calendar and a feed, all made of one edition's record."""

from council.opendata.extracts import plan_extracts
from council.opendata.files import PlannedFiles, data_files, package_file, plan_files
from council.opendata.schema import TABLES, Column, TableSchema

__all__ = [
    "TABLES",
    "Column",
    "PlannedFiles",
    "TableSchema",
    "data_files",
    "package_file",
    "plan_extracts",
    "plan_files",
]
