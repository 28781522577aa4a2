"""Things set side by side in one question: two plans, two units, two halves."""
