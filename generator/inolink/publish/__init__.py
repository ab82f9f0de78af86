"""Last stage: the whole site, built beside the old one, verified, and swapped into its place."""

from inolink.publish.build import build
from inolink.publish.options import BuildOptions, BuildReport, Content, Material, Step

__all__ = ["BuildOptions", "BuildReport", "Content", "Material", "Step", "build"]
