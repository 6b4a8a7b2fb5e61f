"""A seeded generator of reports on an invented war, as many as are asked for: the load, not a test of reading."""

import json
import random
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Lisbon")
FIRST = datetime(2026, 3, 1, 6, 0, tzinfo=ZONE)
NAMES = "Ardenne Belmor Castra Dunhelm Estrel Farrow Galvin Hestia Ilmar Jorvik Karst Lomond Morvan Nerin Osterby"
TOWNS = NAMES.split()
SIDES = (("Varland", "Varlandic"), ("Ostria", "Ostrian"))
LINES = (
    "{A}'s air force said on {day} that it shot down {n} of {m} {b} drones launched overnight and that {k} were lost.",
    "{A}'s defence ministry said its forces had captured the village of {town} in {region} region.",
    "The governor of {region} region said a {b} drone attack on {town} killed {x} people and wounded {y}.",
    "{A}'s General Staff said {n} combat engagements took place near {town} over the past day.",
    "A spokesman for {A}'s defence ministry denied that its units had withdrawn from {town}.",
    "{A}'s military said it struck an oil depot near {town} in {b} territory; the {b} side reported a fire.",
    "The mayor of {town} said that at least {x} houses were damaged and that power was out in part of the town.",
    "Wire {w} could not independently verify the accounts.",
    "Talks between the two governments are expected next month, officials in {town} said.",
    "The town had about {big} residents before the war began in 2024.",
)


def write(folder: Path, count: int, seed: int = 1) -> int:
    """Write a story folder with `count` reports over five days; how many words they have."""
    rng = random.Random(seed)
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    (folder / "story.toml").write_text(_story(), encoding="utf-8")
    words = 0
    with (folder / "reports" / "wire.jsonl").open("w", encoding="utf-8") as lines:
        for index in range(count):
            row = _report(rng, index)
            words += len(row["text"].split())
            if index % 2:
                lines.write(json.dumps(row) + "\n")
            else:
                name = datetime.fromisoformat(row["published"]).astimezone(ZONE).strftime("%Y-%m-%dT%H%M")
                path = folder / "reports" / row["source"] / f"{name} {index}.txt"
                path.parent.mkdir(exist_ok=True)
                path.write_text(f"{row['title']}\n\n{row['text']}\n", encoding="utf-8")
    return words


def _report(rng: random.Random, index: int) -> dict[str, str]:
    at = FIRST + timedelta(minutes=rng.randrange(5 * 24 * 60))
    text = "\n".join(" ".join(_line(rng, at) for _ in range(3)) for _ in range(3))
    source = f"outlet-{rng.randrange(12)}"
    title = _line(rng, at).split(",")[0].rstrip(".")
    url = f"https://example.org/{source}/{index}"
    return {"source": source, "url": url, "published": at.isoformat(), "title": title, "text": text}


def _line(rng: random.Random, at: datetime) -> str:
    (a, _), (_, b) = rng.sample(SIDES, 2)
    total = rng.randrange(20, 200)
    shot = rng.randrange(total)
    town = rng.choice(TOWNS)
    return rng.choice(LINES).format(
        A=a, b=b, day=at.strftime("%A"), n=shot, m=total, k=rng.randrange(total - shot), town=town,
        region=TOWNS[(TOWNS.index(town) // 5) * 5], x=rng.randrange(2, 9), y=rng.randrange(2, 40),
        w=rng.choice("ABC"), big=f"{rng.randrange(5, 90)},000",
    )  # fmt: skip


def _story() -> str:
    """The story.toml of the invented war."""
    head = 'title = "War in Varland"\nfirst_day = 2026-03-01\ntime_zone = "Europe/Lisbon"\nedition = 06:00:00\n'
    parties = "".join(
        f'[[parties]]\nname = "{name}"\nadjectives = ["{adjective}"]\n'
        + "".join(
            f'[[parties.bodies]]\nname = "{name}\'s {body}"\naliases = ["{adjective} {body}"]\n'
            for body in ("air force", "defence ministry", "General Staff", "military")
        )
        for name, adjective in SIDES
    )
    sites = "".join(
        f'[[sites]]\nname = "{town}"\nregion = "{TOWNS[(i // 5) * 5]}"\n'
        f"lat = {40 + i / 10:.1f}\nlon = {-30 + i / 10:.1f}\n"
        for i, town in enumerate(TOWNS)
    )
    sources = "".join(
        f'[[sources]]\nid = "outlet-{i}"\nname = "Outlet {i}"\npublisher = "House {i // 2}"\nkind = "media"\n'
        f'collect = ["reports/{"wire.jsonl" if i == 12 else f"outlet-{i}"}"]\n'
        for i in range(13)
    )
    return head + parties + sites + sources
