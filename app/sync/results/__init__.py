"""Results between Canvas and the library: fetched, marked, given."""
