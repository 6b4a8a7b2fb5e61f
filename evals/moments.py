"""Score moments on tests/golden/moments.toml: the share of expressions whose interval, precision and rule are right."""

import sys
import time
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from onrecord.claims.moments import moments
from onrecord.records import Moment, Span

GOLDEN = Path(__file__).parents[1] / "tests/golden/moments.toml"


class Case(NamedTuple):
    text: str
    expected: tuple[str, str, str, str] | None
    published: datetime | None
    zone: ZoneInfo
    first_day: date | None

    def read(self) -> tuple[Moment, ...]:
        return moments(self.text, Span(start=0, end=len(self.text)), self.published, self.zone, self.first_day)

    def wrong(self) -> str:
        """What differs, or an empty string."""
        found = self.read()
        made = shown(found[0]) if found else None
        return "" if made == self.expected else f"{self.text}\n  expected {self.expected}\n  found    {made}"


def shown(moment: Moment) -> tuple[str, str, str, str]:
    ends = (e.strftime("%Y-%m-%dT%H:%M") if e else "" for e in (moment.earliest, moment.latest))
    earliest, latest = ends
    return earliest, latest, str(moment.precision), moment.rule


def cases(path: Path = GOLDEN) -> Iterator[Case]:
    for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
        zone = ZoneInfo(group["zone"])
        published = datetime.fromisoformat(group["published"]).replace(tzinfo=zone) if group["published"] else None
        first_day = date.fromisoformat(group["first_day"]) if "first_day" in group else None
        for text, *expected in group.get("cases", []):
            yield Case(text, tuple(expected), published, zone, first_day)
        for text in group.get("none", []):
            yield Case(text, None, published, zone, first_day)


def main() -> None:
    found = list(cases())
    wrong = [w for case in found if (w := case.wrong())]
    print("\n".join(wrong))
    text = "\n".join(case.text for case in found if case.published) * 20
    one = next(c for c in found if c.published)._replace(text=text)
    start = time.process_time()
    one.read()
    speed = len(text.split()) / (time.process_time() - start)
    print(f"moments: {len(found) - len(wrong)} of {len(found)} right; {speed:,.0f} words/s")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
