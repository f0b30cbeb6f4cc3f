"""The domain's values as plain JSON values and back, for the review file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


def to_plain(value: Any) -> Any:
    """A value of the domain as dicts, lists, strings, numbers and None; raises TypeError for anything else."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise TypeError(f"{type(value).__name__} is no value of the domain")


def from_plain(kind: Any, value: Any) -> Any:
    """The value of type `kind` that `to_plain` made `value` of; fields that a later version added have their defaults.

    What `value` does not name takes its default: it was written before there was such a thing. Raises ValueError or
    TypeError where `value` is not of that shape; nothing in it can run code.
    """
    if get_origin(kind) in (Union, UnionType):
        return None if value is None else from_plain(_without_none(kind), value)
    if get_origin(kind) is tuple:
        return tuple(from_plain(get_args(kind)[0], item) for item in value)
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass(kind, value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if kind is float and isinstance(value, int):
        return float(value)
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _dataclass(kind: type, value: Mapping[str, Any]) -> Any:
    if not isinstance(value, Mapping):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    hints = get_type_hints(kind)
    given = [field for field in fields(kind) if field.name in value or field.default is MISSING]
    return kind(**{field.name: from_plain(hints[field.name], value[field.name]) for field in given})


def _without_none(kind: Any) -> Any:
    return next(option for option in get_args(kind) if option is not type(None))
