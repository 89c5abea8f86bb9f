"""What has to be voted on secretly: by the rules, or because the item was marked so."""

from enum import StrEnum

from council_tui.domain.ids import ItemId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


class Matter(StrEnum):
    """What an item is about, as far as it decides how it is voted on."""

    NOTHING = "nothing"
    """Nothing of the kind."""
    PERSONS = "persons"
    """Somebody is elected, named or dismissed."""
    RULES = "rules"
    """The council's own rules are adopted or changed."""
    SECRET = "secret"
    """Marked to be voted on secretly, whatever it is about."""


@dataclass(frozen=True, slots=True)
class ItemMarked(Fact):
    """An item is about a matter that may have to be voted on secretly."""

    TABLE = "item_marked"
    TOPIC = Topic.AGENDA
    ONE = ("item",)

    item: ItemId
    matter: Matter


def asks_secrecy(required: tuple[Matter, ...], matter: Matter) -> bool:
    """Whether an item is to be voted on secretly under rules that require it for some matters."""
    return matter is Matter.SECRET or (matter is not Matter.NOTHING and matter in required)
