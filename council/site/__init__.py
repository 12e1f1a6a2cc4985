"""The Material frame around the pages: theme, navigation, assets, policy, sitemap, links; alone knows MkDocs."""
