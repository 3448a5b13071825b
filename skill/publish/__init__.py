"""From the repository to a published skill."""
