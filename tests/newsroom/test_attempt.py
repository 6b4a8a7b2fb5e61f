from onrecord.newsroom.attempt import attempt
from onrecord.records import Document, Reading


def test_a_fault_of_the_reader_costs_one_document() -> None:
    class Stumbling:
        name = "stumbling"

        def __call__(self, document: Document) -> Reading:
            raise ValueError("not a span")

    document = Document(source="s", address="a", title="", text="x")
    made = attempt(Stumbling(), document)
    assert made.claims == () and "not a span" in made.problems[0].message
