"""`python -m skill` is the `leg-day` command."""

from skill.cli import main

main()
