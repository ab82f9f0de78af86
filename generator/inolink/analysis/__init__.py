"""Words: folded, stemmed, and with what else means the same; matching and search read texts alike."""
