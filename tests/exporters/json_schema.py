"""The part of JSON Schema (draft 2020-12) that our schema uses, enough to hold our JSON by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
}
_KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required", "additionalProperties", "items",
    "prefixItems", "minItems", "maxItems", "minimum", "maximum", "enum", "const", "anyOf",
}  # fmt: skip


def faults(value: Any, schema: Any, root: Mapping[str, Any], where: str = "$") -> Iterator[str]:
    """Where a value is not as the schema says; raises ValueError for a word of the schema language not known here."""
    if schema is False:
        yield f"{where}: may not be there"
        return
    if unknown := set(schema) - _KNOWN:
        raise ValueError(f"{where}: the schema uses {unknown}")
    if "$ref" in schema:
        yield from faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, where)
    if "anyOf" in schema and all(list(faults(value, each, root, where)) for each in schema["anyOf"]):
        yield f"{where}: {value!r} is none of those allowed"
    if "type" in schema and not _TYPES[schema["type"]](value):
        yield f"{where}: {value!r} is no {schema['type']}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{where}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is not one of {schema['enum']}"
    yield from _faults_of_number(value, schema, where)
    yield from _faults_of_object(value, schema, root, where)
    yield from _faults_of_array(value, schema, root, where)


def _faults_of_number(value: Any, schema: Any, where: str) -> Iterator[str]:
    if not schema.get("minimum", value) <= value <= schema.get("maximum", value) if _TYPES["number"](value) else False:
        yield f"{where}: {value} is out of range"


def _faults_of_object(value: Any, schema: Any, root: Mapping[str, Any], where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        return
    properties = schema.get("properties", {})
    yield from (f"{where}.{name}: is missing" for name in schema.get("required", ()) if name not in value)
    for name, each in value.items():
        yield from faults(each, properties.get(name, schema.get("additionalProperties", {})), root, f"{where}.{name}")


def _faults_of_array(value: Any, schema: Any, root: Mapping[str, Any], where: str) -> Iterator[str]:
    if not isinstance(value, list):
        return
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{where}: has {len(value)} items"
    first = schema.get("prefixItems", [])
    for number, each in enumerate(value):
        yield from faults(each, first[number] if number < len(first) else schema.get("items", {}), root, f"{where}[{number}]")
