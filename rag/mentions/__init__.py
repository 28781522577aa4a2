"""What a question names: plans, units, places in a plan, stretches of time."""
