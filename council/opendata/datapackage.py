"""`datapackage.json`: what each data file holds (Frictionless Data Package and Table Schema)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from council.model.council import Council
from council.opendata.schema import Column, TableSchema

_JA = "ja"


def data_package(council: Council, tables: Iterable[tuple[TableSchema, int, bytes]]) -> bytes:
    """Return the description of all tables; the licence only where the council states one."""
    language = council.facts.language
    package: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": "council-record",
        "title": council.facts.name,
        "resources": [_resource(table, rows, content, language) for table, rows, content in tables],
    }
    if council.data_date:
        package["version"] = council.data_date.isoformat()
    if council.facts.licence_data:
        package["licenses"] = [{"title": council.facts.licence_data}]
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(table: TableSchema, rows: int, content: bytes, language: str) -> dict[str, object]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.ja if language == _JA else table.en,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": rows,
        "schema": {"fields": [_field(column, language) for column in table.columns], "missingValues": [""]},
    }


def _field(column: Column, language: str) -> dict[str, str]:
    field = {
        "name": column.name,
        "type": column.type,
        "title": column.ja if language == _JA else column.en,
    }
    return {**field, "format": "%H:%M"} if column.type == "time" else field
