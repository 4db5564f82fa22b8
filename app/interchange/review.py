"""What is about to be brought in, and what the person decided about it: nothing is in the library yet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.interchange.incoming import Account, Incoming, account
from app.interchange.material import Found, Material
from app.interchange.twins import Place, Twin


@dataclass(frozen=True, slots=True)
class Review:
    """`into` is the quiz that gets the questions, "" for new ones; `decided` holds what the person ticked and unticked.

    What she did not decide is ticked, but for what stands in that quiz, or in what is brought in, already.
    """

    files: tuple[Incoming, ...] = ()
    twins: Mapping[Place, Twin] = field(default_factory=dict)
    into: str = ""
    decided: Mapping[Place, bool] = field(default_factory=dict)

    @property
    def places(self) -> Iterator[Place]:
        """Every question, also those that were refused."""
        for one, file in enumerate(self.files):
            for two, material in enumerate(file.materials):
                yield from ((one, two, three) for three in range(len(material.found)))

    @property
    def account(self) -> Account:
        """What became of the questions of all files."""
        return account(map(self.found, self.places))

    @property
    def count(self) -> int:
        """How many questions are ticked."""
        return sum(map(self.is_ticked, self.places))

    def material(self, place: Place) -> Material:
        """The quiz of a question."""
        return self.files[place[0]].materials[place[1]]

    def found(self, place: Place) -> Found:
        """One question of it."""
        return self.material(place).found[place[2]]

    def is_ticked(self, place: Place) -> bool:
        """Whether it is to be brought in; what was refused never is."""
        if self.found(place).item is None:
            return False
        return self.decided[place] if place in self.decided else not self.is_doubled(place)

    def twin(self, place: Place) -> Twin | None:
        """What a question is like, first of all what it is like in the quiz that gets it."""
        twin = self.twins.get(place)
        if twin is None:
            return None
        return replace(twin, others=tuple(sorted(twin.others, key=lambda one: one.quiz_id != self.into)))

    def is_doubled(self, place: Place) -> bool:
        """Whether the quiz that gets the questions would have it twice."""
        twin = self.twins.get(place)
        return twin is not None and (twin.is_in("") or (bool(self.into) and twin.is_in(self.into)))

    def with_ticks(self, places: Iterable[Place], ticked: bool) -> "Review":
        """With these ticked, or not."""
        return replace(self, decided={**self.decided, **dict.fromkeys(places, ticked)})

    def with_into(self, quiz_id: str) -> "Review":
        """For another quiz."""
        return replace(self, into=quiz_id)

    @property
    def chosen(self) -> tuple[Material, ...]:
        """The quizzes with what is ticked of them; those of which nothing is are left out."""
        return tuple(made for made in self._chosen() if made.found)

    def _chosen(self) -> Iterator[Material]:
        for one, file in enumerate(self.files):
            for two, material in enumerate(file.materials):
                found = (row for three, row in enumerate(material.found) if self.is_ticked((one, two, three)))
                yield replace(material, found=tuple(found))
