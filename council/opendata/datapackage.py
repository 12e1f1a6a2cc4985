"""`datapackage.json`: what each data file holds (Frictionless Data Package and Table Schema)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from council.model.council import Council
from council.opendata.resource import Resource
from council.opendata.schema import TABLES, Column

_JA = "ja"
VOTES = "votes"
EXTRACTS = ("members/{person_id}.csv", "bills/{bill_id}.csv", "sessions/{session_id}.csv")
"""Files with some of the rows of a table and its columns: too many of them to be listed one by one."""


def data_package(council: Council, resources: Iterable[Resource]) -> bytes:
    """Return the description of all tables; the licence only where the council states one."""
    language = council.facts.language
    package: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": "council-record",
        "title": council.facts.name,
        "resources": [_resource(one, language) for one in resources],
    }
    package["extracts"] = [{"path": path, "of": VOTES} for path in EXTRACTS]
    if council.data_date:
        package["version"] = council.data_date.isoformat()
    if council.facts.licence_data:
        package["licenses"] = [{"title": council.facts.licence_data}]
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(one: Resource, language: str) -> dict[str, object]:
    table = next(table for table in TABLES if table.name == one.name)
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.ja if language == _JA else table.en,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "bytes": one.size,
        "hash": f"sha256:{one.sha256}",
        "rows": one.rows,
        "schema": {"fields": [_field(column, language) for column in table.columns], "missingValues": [""]},
    }


def _field(column: Column, language: str) -> dict[str, str]:
    field = {
        "name": column.name,
        "type": column.type,
        "title": column.ja if language == _JA else column.en,
    }
    return {**field, "format": "%H:%M"} if column.type == "time" else field
