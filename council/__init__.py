"""From a council's Word minutes and vote tables to a site where every speech and every vote has an address."""

__version__ = "0.1.0"
