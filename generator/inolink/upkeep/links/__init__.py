"""Links to other sites: where they stand, and whether they still lead somewhere."""

from inolink.upkeep.links.asking import Asker
from inolink.upkeep.links.cache import Cache
from inolink.upkeep.links.collect import Place, collect
from inolink.upkeep.links.outcome import Answer, Outcome
from inolink.upkeep.links.survey import Survey, survey

__all__ = ["Answer", "Asker", "Cache", "Outcome", "Place", "Survey", "collect", "survey"]
