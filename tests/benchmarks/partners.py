"""How many of the partners that are named first a reader would accept, by reasons and by texts alone."""

from datetime import date
from pathlib import Path

from inolink.catalogue import build_catalogue
from inolink.checking import check_directory
from inolink.matching import find_matches
from inolink.reading import load_vocabularies
from inolink.settings import load_settings
from tests.benchmarks.table import Row, compare
from tests.matching.judging import by_reasons, by_text, judged, precision, subjects


def partners(root: Path, today: str) -> Row:
    """Compare the precision of the first three over the judged pairs."""
    settings, day = load_settings(root), date.fromisoformat(today)
    documents = check_directory(root, settings, day).usable()
    catalogue = build_catalogue(documents, today=day, languages=settings.languages, root=root)
    matches, keys, verdicts = find_matches(catalogue, load_vocabularies(root)), subjects(catalogue), judged()
    ours, texts = (precision(keys, ranking(matches), verdicts) for ranking in (by_reasons, by_text))
    subject = f"possible partners, good ones in first 3 ({len(verdicts)} judged pairs; beside texts alone)"
    return compare(subject, ours.share, texts.share)
