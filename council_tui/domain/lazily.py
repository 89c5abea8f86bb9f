"""`dataclass` as the standard library has it, with methods that cost nothing before they are asked for.

The library writes and compiles six methods for every class when its module is imported: for the two hundred
of this program that is a quarter of a start, most of it for facts that no first frame shows. Here it only
finds the fields and makes the slots; `__init__` is compiled when the first instance is made, and the other
methods are the same few lines for all classes. To type checkers it is the library's own.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(kind: type | None = None, /, *, frozen: bool = False, slots: bool = False) -> Any:
        """Make a class of fields; of the library's switches it knows the two that are used here."""
        if kind is None:
            return lambda kind: _made(kind, frozen, slots)
        return _made(kind, frozen, slots)


def _made(kind: type, frozen: bool, slots: bool) -> Any:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(kind)
    methods = _methods([each.name for each in dataclasses.fields(made)])
    if frozen:
        methods |= _FROZEN
    else:
        methods["__hash__"] = None
    for name in methods.keys() - kind.__dict__.keys():
        setattr(made, name, methods[name])
    made.__init__ = _Unwritten(made, frozen)
    return made


class _Unwritten:
    """Stands in for `__init__` until it is asked for, then puts the written one in its own place."""

    def __init__(self, kind: Any, frozen: bool):
        self._kind = kind
        self._frozen = frozen

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        written = _written(self._kind, self._frozen)
        self._kind.__init__ = written
        return written if instance is None else written.__get__(instance, owner)


class _Factory:
    """The default of a field whose values are made anew: seen in the signature, as the library shows it."""

    def __repr__(self) -> str:
        return "<factory>"


_FACTORY = _Factory()


def _written(kind: Any, frozen: bool) -> Callable[..., None]:
    """`__init__`, compiled: its parameters in the fields' order, those by keyword last."""
    fields = sorted(dataclasses.fields(kind), key=lambda each: bool(each.kw_only))
    known: dict[str, Any] = {"_set": object.__setattr__, "_factory": _FACTORY}
    words, body = ["self"], []
    for number, each in enumerate(fields):
        if each.kw_only and "*" not in words:
            words.append("*")
        words.append(each.name + _default(each, number, known))
        value = each.name
        if each.default_factory is not dataclasses.MISSING:
            known[f"_make{number}"] = each.default_factory
            value = f"_make{number}() if {value} is _factory else {value}"
        body.append(f"_set(self, {each.name!r}, {value})" if frozen else f"self.{each.name} = {value}")
    if hasattr(kind, "__post_init__"):
        body.append("self.__post_init__()")
    exec(f"def __init__({', '.join(words)}):\n " + "\n ".join(body or ["pass"]), known)
    written: Callable[..., None] = known["__init__"]
    written.__qualname__ = f"{kind.__qualname__}.__init__"
    written.__annotations__ = {each.name: each.type for each in fields} | {"return": None}
    return written


def _default(field: "dataclasses.Field[Any]", number: int, known: dict[str, Any]) -> str:
    if field.default_factory is not dataclasses.MISSING:
        return "=_factory"
    if field.default is dataclasses.MISSING:
        return ""
    known[f"_default{number}"] = field.default
    return f"=_default{number}"


def _methods(names: Sequence[str]) -> dict[str, Any]:
    """Those of every class, by the values of its fields."""
    values: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def equal(self: Any, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed, "__repr__": _told}


def _told(self: Any) -> str:
    told = (f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self))
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _never_set(self: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _never_deleted(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _reduced(self: Any) -> tuple[Any, ...]:
    """How an instance is copied: its values are put in, since setting them is refused."""
    values = [(each.name, getattr(self, each.name)) for each in dataclasses.fields(self)]
    return _rebuilt, (self.__class__, values)


def _rebuilt(kind: type, values: Sequence[tuple[str, Any]]) -> Any:
    made: Any = object.__new__(kind)
    for name, value in values:
        object.__setattr__(made, name, value)
    return made


_FROZEN: Mapping[str, Any] = {
    "__setattr__": _never_set,
    "__delattr__": _never_deleted,
    "__reduce__": _reduced,
}
