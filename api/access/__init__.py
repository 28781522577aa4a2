"""Who may come in, what they may do and which plans they may see, in one SQLite file of its own."""
