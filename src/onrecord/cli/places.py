"""Commands that keep the story's own places: places import."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.claims.gazetteer import Gazetteer
from onrecord.cli.console import out
from onrecord.errors import UsageError
from onrecord.newsroom import geonames, places
from onrecord.newsroom.story import load

group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@group.callback()
def keep() -> None:
    """Keep places of the story's own beside story.toml.

    Example: onrecord places import villages.csv --story valley-flood
    """


@group.command("import")
def bring(
    files: Annotated[list[Path], typer.Argument(help="Dumps or postal files of GeoNames, or your own CSV.")],
    where: Annotated[Path, typer.Option("--story", help="The story's folder.", show_default="here")] = Path(),
) -> None:
    """Bring places in from files; of GeoNames' files those of the story's countries. They lie in STORY/places.

    Example: onrecord places import UA.txt villages.csv --story examples/ukraine
    """
    if missing := [str(path) for path in files if not path.is_file()]:
        raise UsageError(f"{', '.join(missing)}: no such file.")
    story, gazetteer = load(where), Gazetteer.open()
    for path in files:
        target = where / places.FOLDER / f"{path.stem}.csv"
        count = places.write(target, geonames.places(path, story.countries, gazetteer))
        out.print(f"{count:,} places in {target}", markup=False)


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(group, name="places")
