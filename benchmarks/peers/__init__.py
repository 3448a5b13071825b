"""The skills and servers that ours is measured against, each as its own documentation has it."""
