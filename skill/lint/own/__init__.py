"""Rules about what this skill says: its replies are asked for and judged."""
