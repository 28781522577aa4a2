"""Vietnamese as people type it and as it sounds: words, slips, shorthand, other words for the same thing; knows no plan."""
