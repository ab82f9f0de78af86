"""What is said while a file is made, in the languages of the command line."""

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "optional": ("Enter leaves it out", "Enter – praleisti"),
        "several": ("several: separate them by commas", "jei keli, atskirkite kableliais"),
        "in": ("{label} in {tongue}", "{label} ({tongue})"),
        "codes": ("One of", "Vienas iš"),
        "needed": ("This is needed.", "Tai būtina."),
        "guess": ("Did you mean `{code}`? ", "Gal turėjote omenyje `{code}`? "),
        "no-code": ("`{text}` is not in the list. {guess}", "`{text}` sąraše nėra. {guess}"),
        "no-number": ("`{text}` is no number.", "`{text}` nėra skaičius."),
        "no-sign": (
            "The text holds a sign that nobody sees ({sign}). Leave it out.",
            "Tekste yra nematomas ženklas ({sign}). Išbraukite jį.",
        ),
        "no-truth": ("Answer yes or no.", "Atsakykite „taip“ arba „ne“."),
        "slug": (
            "Name of the {what} in addresses (small letters, digits, hyphens)",
            "{what} vardas adresuose (mažosios raidės, skaitmenys, brūkšneliai)",
        ),
        "cluster": ("folder", "Aplanko"),
        "offer": ("file", "Failo"),
        "whose": ("Whose offer is it? The folder of the cluster", "Kieno pasiūlymas? Klasterio aplankas"),
        "wrong": ("This does not pass the check yet:", "Taip patikra nebus įveikta:"),
        "wrote": ("Wrote {path}.", "Įrašyta: {path}."),
        "next": ("Next: `{command}`.", "Toliau: `{command}`."),
    }
)


def say(key: str, language: str, **params: object) -> str:
    """Return what is said, in Lithuanian or else in English."""
    english, lithuanian = WORDS[key]
    return (lithuanian if language == "lt" else english).format(**params)
