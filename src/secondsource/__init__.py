"""Second Source: how many independent origins stand under each claim in a pile of reports."""
