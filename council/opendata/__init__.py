"""Open data: CSV, JSON, a data package, a calendar and a feed, all made of one edition's record."""

from council.opendata.files import data_files
from council.opendata.schema import TABLES, Column, TableSchema

__all__ = ["TABLES", "Column", "TableSchema", "data_files"]
