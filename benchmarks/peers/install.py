"""Getting the peers from npm and PyPI into .bench/, once."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.report import workshop

NODE_PACKAGES = (
    "ask-sdk-core@2.14.0",
    "ask-sdk-model@1.86.0",
    "ask-sdk-express-adapter@2.14.0",
    "express@4",
)
PYTHON_PACKAGES = ("flask-ask-sdk==1.0.0", "granian==2.8.7")


def node() -> Path | None:
    """The folder with Node's peers, ready to run; None, with a word, where there is no npm."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        print("node and npm are not installed: Node's peers are left out")
        return None
    folder = workshop() / "node"
    if not (folder / "node_modules" / "express").is_dir():
        folder.mkdir(exist_ok=True)
        (folder / "package.json").write_text("{}\n", "utf-8")
        subprocess.run(
            [npm, "install", "--silent", "--no-audit", "--no-fund", *NODE_PACKAGES],
            cwd=folder,
            check=True,
        )
    for script in Path(__file__).parent.glob("*.js"):
        shutil.copy(script, folder)
    return folder


def python() -> Path:
    """The folder with Python's peers; everything they need besides is in our own environment."""
    folder = workshop() / "python"
    if not (folder / "granian").is_dir():
        pip = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--disable-pip-version-check",
        ]
        subprocess.run([*pip, "--target", str(folder), *PYTHON_PACKAGES], check=True)
    return folder
