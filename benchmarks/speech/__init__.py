"""Questions asked aloud: synthetic speech of several voices, noise over it, and what is heard."""
