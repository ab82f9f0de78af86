"""The stage that hands out the data: everything on the pages once more, for programs."""
