"""Papers (資料): their words, and the copies that may be published."""
