"""The council's settings: `extra.council` of mkdocs.yml."""

from council.config.load import CONFIG_FILE, Config, load_config
from council.config.values import VOTE_COLUMNS, VOTE_OPTIONS

__all__ = ["CONFIG_FILE", "VOTE_COLUMNS", "VOTE_OPTIONS", "Config", "load_config"]
