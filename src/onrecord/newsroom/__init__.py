"""The hall where the rooms meet: the day from collecting to the page, settings, story files and the clock."""
