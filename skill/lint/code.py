"""Rules for the code beside the package: its runtime, and that what it imports will be there."""

import ast
import itertools
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from skill.lint import discovery
from skill.lint.finding import Finding, data
from skill.lint.package import Package

_CONFIGS = (
    "ask-resources.json",
    ".ask/config",
    "skill-stack.yaml",
    "template.yaml",
    "serverless.yml",
)
_RUNTIME = re.compile(r"\b[Rr]untime[\"']?\s*:\s*[\"']?([a-z]+\d*(?:\.\w+)?)")
_LARGEST = 500_000  # bytes of a file of code
_MOST_FILES = 200
# Lambda brings boto3; the SDK and others that are common bring these with them. What else is asked
# for may bring anything, and then nothing is said.
_BROUGHT = frozenset(
    "boto3 botocore s3transfer requests urllib3 dateutil six certifi idna charset_normalizer"
    " werkzeug markupsafe jinja2 click itsdangerous blinker cryptography OpenSSL jmespath".split()
)
_KNOWN = frozenset(
    "ask-sdk boto3 requests flask pytz python-dateutil pyyaml beautifulsoup4 numpy isodate"
    " python-dotenv six urllib3 certifi".split()
)
# Where the name to import is not the name to install.
_INSTALLED_AS = {
    "yaml": "pyyaml",
    "bs4": "beautifulsoup4",
    "pil": "pillow",
    "dotenv": "python-dotenv",
    "jwt": "pyjwt",
    "sklearn": "scikit-learn",
    "cv2": "opencv-python",
    "crypto": "pycryptodome",
    "googleapiclient": "google-api-python-client",
}
_REQUIRED = re.compile(
    r"""(?:\brequire\(\s*|\bfrom\s+|^\s*import\s+)["']([^"'.\n][^"'\n]*)["']""", re.M
)
_NODE_OWN = frozenset(
    "assert async_hooks buffer child_process cluster console constants crypto dgram dns domain"
    " events fs http http2 https inspector module net os path perf_hooks process punycode"
    " querystring readline repl stream string_decoder sys test timers tls tty url util v8 vm"
    " wasi worker_threads zlib".split()
)


def check(package: Package) -> Iterator[Finding]:
    """Yield retired runtimes, and imports that nothing installs."""
    project, inside = package.source.project, package.source.inside
    if package.manifest is None or not project.is_dir():
        return
    retired = data("retired")["runtimes"]["names"]
    for name in _CONFIGS:
        path = project / name
        seen: set[str] = set()
        for number, line in enumerate(_text(path, inside).splitlines(), 1):
            found = _RUNTIME.search(line)
            if found and found[1] in retired and found[1] not in seen:
                seen.add(found[1])
                says = f"{found[1]} is a runtime that Lambda no longer supports"
                yield Finding("runtime-retired", str(path), number, says)
    for folder in (project / "lambda", project / "lambda" / "custom", project / "src", project):
        if (folder / "requirements.txt").is_file():
            yield from _python(folder, inside)
            return
        if (folder / "package.json").is_file():
            yield from _node(folder, inside)
            return


def _python(folder: Path, inside: Path) -> Iterator[Finding]:
    asked = _text(folder / "requirements.txt", inside)
    if re.search(r"^\s*-", asked, re.M):
        return  # it takes in other files
    named = [_plain(re.split(r"[\s\[<>=!~;@#]", line.strip())[0]) for line in asked.splitlines()]
    sdk = any(one.startswith("ask-sdk") for one in named)
    seen: set[str] = set()
    whole = all(not one or one in _KNOWN or one.startswith("ask-sdk") for one in named)
    for path, words in _code(folder, inside, "*.py"):
        try:
            tree = ast.parse(words)
        except (SyntaxError, ValueError, RecursionError) as fault:
            if isinstance(fault, SyntaxError):
                says = f"does not compile: {fault.msg}"
                yield Finding("code-syntax", str(path), fault.lineno or 1, says)
            continue
        local = {one.stem for at in (folder, path.parent) for one in at.iterdir()}
        for name, line in _imports(tree) if whole else ():
            wanted = _plain(_INSTALLED_AS.get(name.lower(), name))
            brought = name in sys.stdlib_module_names or name in _BROUGHT or name in local
            brought |= name in seen or (sdk and name.startswith("ask_sdk"))  # one brings others
            seen.add(name)
            near = any(one and (one.startswith(wanted) or wanted.startswith(one)) for one in named)
            if not brought and not near:
                says = f"{name} is imported, and requirements.txt does not have it"
                yield Finding("import-missing", str(path), line, says)


def _imports(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield what the module needs to be imported itself: not what it tries or puts off."""
    seen: set[str] = set()
    for node in tree.body:
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module]
        for name in (one.partition(".")[0] for one in names):
            if name not in seen:
                seen.add(name)
                yield name, node.lineno


def _node(folder: Path, inside: Path) -> Iterator[Finding]:
    try:
        whole = json.loads(_text(folder / "package.json", inside))
        named = {*whole.get("dependencies", {}), *whole.get("peerDependencies", {})}
        dev = {*whole.get("devDependencies", {}), *whole.get("_moduleAliases", {})}
    except (ValueError, TypeError, AttributeError):
        yield Finding("unreadable", str(folder / "package.json"), 1, "not JSON, or no package.json")
        return
    # NODE_PATH may lead anywhere in the project.
    seen = {one.stem for one in itertools.islice(folder.rglob("*"), _MOST_FILES * 50)}
    sdk = any(name.startswith("ask-sdk") for name in named)
    for path, words in _code(folder, inside, "*.js"):
        for found in _REQUIRED.finditer(words):
            parts = found[1].removeprefix("node:").split("/")
            name = "/".join(parts[: 2 if parts[0].startswith("@") else 1])
            own = parts[0] in _NODE_OWN or name in ("aws-sdk", whole.get("name"))
            own |= sdk and name.startswith("ask-sdk")  # one brings the others
            if own or name in named or name in seen or name.startswith(("@aws-sdk/", "/")):
                continue
            if (
                {name, parts[0]} & dev
                or (folder / name).exists()
                or not re.fullmatch(r"[@a-z][\w@/.-]*", name)
            ):
                continue
            seen.add(name)
            line = words.count("\n", 0, found.start(1)) + 1
            before = words[words.rfind("\n", 0, found.start()) + 1 : found.start()]
            if "//" not in before and "*" not in before[:3]:
                says = f"{name} is required, and package.json does not have it"
                yield Finding("import-missing", str(path), line, says)


def _code(folder: Path, inside: Path, pattern: str) -> Iterator[tuple[Path, str]]:
    """Yield the code that is deployed: not the tests, nor what was installed."""
    paths = [*sorted(folder.glob(pattern)), *sorted(folder.glob(f"*/{pattern}"))]
    for path in paths[:_MOST_FILES]:
        parts = {part.lower() for part in path.relative_to(folder).parts}
        left_out = {"node_modules", "test", "tests", "venv", "dist", "build", "setup.py", "scripts"}
        tested = re.search(r"test|spec|gulpfile|config", path.name)
        if not parts & left_out and not tested and not path.parent.name.startswith("."):
            yield path, _text(path, inside)


def _text(path: Path, inside: Path) -> str:
    try:
        if not discovery.is_inside(path, inside) or path.stat().st_size > _LARGEST:
            return ""
        return path.read_text("utf-8-sig", "replace")
    except OSError:
        return ""


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
