"""The pipeline: one function that reads top to bottom from a folder to a published site."""

from council.build.composing import Composed, compose
from council.build.pipeline import BuildOptions, build_project, check_project, default_site_dir

__all__ = ["BuildOptions", "Composed", "build_project", "check_project", "compose", "default_site_dir"]
