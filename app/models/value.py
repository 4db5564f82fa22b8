"""The base of all values: frozen, tolerant of what it does not know, written back as it came."""

from collections.abc import Mapping
from typing import Annotated, Any, Self, TypeVar, get_args

from immutabledict import immutabledict
from pydantic import (
    AliasChoices,
    AliasGenerator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    PlainSerializer,
)
from pydantic.alias_generators import to_camel
from pydantic_core import CoreSchema, core_schema

from app.models import no_plugins  # noqa: F401 - before the first model

V = TypeVar("V")
E = TypeVar("E")


def frozen(json: Any) -> Any:  # noqa: ANN401  (the wire)
    """The same JSON with immutable maps and tuples in place of dicts and lists."""
    if isinstance(json, (dict, Mapping)):
        return immutabledict({key: frozen(value) for key, value in json.items()})
    if isinstance(json, (list, tuple)):
        return tuple(frozen(value) for value in json)
    return json


def thawed(json: Any) -> Any:  # noqa: ANN401  (the wire)
    """The inverse of `frozen`: plain dicts and lists, new ones, as `json.dumps` takes them."""
    if isinstance(json, (dict, Mapping)):
        return {key: thawed(value) for key, value in json.items()}
    if isinstance(json, (list, tuple)):
        return [thawed(value) for value in json]
    return json


class _MapSchema:
    """Tells pydantic how to read and write an immutable map."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        key, value = get_args(source)
        inner = handler.generate_schema(dict[key, value])  # type: ignore[valid-type]
        return core_schema.no_info_after_validator_function(
            immutabledict,
            core_schema.no_info_before_validator_function(_plain, inner),
            serialization=core_schema.wrap_serializer_function_ser_schema(_write_map, schema=inner),
        )


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, immutabledict) else value


def _write_map(value: Mapping[str, object], write_inner: core_schema.SerializerFunctionWrapHandler) -> object:
    return write_inner(dict(value))


Map = Annotated[immutabledict[str, V], _MapSchema()]
"""An immutable map from string that keeps its order."""

Json = Annotated[Any, BeforeValidator(frozen), PlainSerializer(thawed)]
"""Any JSON, kept immutable."""

Open = Annotated[E | str, Field(union_mode="left_to_right")]
"""A closed set of the documents; a word that it does not have yet is kept as plain text."""

Number = int | float | str
"""A number in the form in which it came: Canvas writes both 3 and "3" (canvas-facts 2.2)."""


def _names(name: str) -> AliasChoices:
    return AliasChoices(name, to_camel(name))


class Value(BaseModel):
    """A frozen value in the API's own shape.

    Reads snake_case and camelCase names, writes snake_case. Fields that nobody knows are kept and written back. A field
    that was not there is not written: missing and null are told apart by `model_fields_set`.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        alias_generator=AliasGenerator(validation_alias=_names),
        defer_build=True,
        hide_input_in_errors=True,  # names and answers of students would stand in the file of faults
    )
    __pydantic_extra__: dict[str, Json] = Field(init=False)

    def replaced(self, **changes: Any) -> Self:  # noqa: ANN401  (checked by the fields' own types)
        """A validated copy with `changes`; what was missing before stays missing.

        Raises pydantic.ValidationError where a value does not fit its field: that is a bug of the caller.
        """
        kept = {name: getattr(self, name) for name in self.model_fields_set}
        return type(self).model_validate({**(self.__pydantic_extra__ or {}), **kept, **changes})

    def without(self, *names: str) -> Self:
        """A copy in which these fields are missing, so that they are not written at all."""
        kept = {name: getattr(self, name) for name in self.model_fields_set if name not in names}
        extra = {key: value for key, value in (self.__pydantic_extra__ or {}).items() if key not in names}
        return type(self).model_validate({**extra, **kept})

    def wire(self) -> dict[str, Any]:
        """The JSON of the API: plain dicts and lists, snake_case, only what was there or was set."""
        return self.model_dump(mode="json", exclude_unset=True)
