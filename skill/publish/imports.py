"""Which modules a program needs: a walk along its import statements, without running anything.

Imports under TYPE_CHECKING are for type checkers and are left out. An import inside a function
counts: it may happen.
"""

import ast
import warnings
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path


def imported(by: Path) -> set[str]:
    """Return the names that the file `by` imports; `from a import b` gives a and a.b."""
    return set(_imports(by, package=""))


def needed(names: Iterable[str], roots: Sequence[Path], without: Container[str]) -> dict[str, Path]:
    """Return all modules that importing `names` needs: module name -> file.

    Only modules under `roots` count: folders of packages, as on sys.path. Packages on the way to a
    module are needed too. Top-level packages in `without` are left out.
    """
    found: dict[str, Path] = {}
    todo = list(names)
    while todo:
        name = todo.pop()
        path = _find(name, roots)
        if path is None or name in found or name.partition(".")[0] in without:
            continue
        found[name] = path
        parent = name.rpartition(".")[0]
        todo += [parent] if parent else []
        todo += _imports(path, package=name if path.name == "__init__.py" else parent)
    return found


def parse(source: bytes, name: str) -> ast.Module:
    """Return the syntax tree of a module, without the warnings that are its author's business."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the SDK's docstrings have escapes that mean nothing
        return ast.parse(source, name)


def _find(name: str, roots: Sequence[Path]) -> Path | None:
    for root in roots:
        place = root.joinpath(*name.split("."))
        for path in (place / "__init__.py", place.with_name(place.name + ".py")):
            if path.is_file():
                return path
    return None


def _imports(path: Path, package: str) -> Iterator[str]:
    """Yield what a file imports; of `from a import b` both a and a.b, as b may be a module."""
    for node in _statements(parse(path.read_bytes(), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(filter(None, [_above(package, node.level), node.module]))
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _above(package: str, level: int) -> str:
    """The package that so many dots mean: none is no package, one is the module's own."""
    if level == 0:
        return ""
    parts = package.split(".")
    return ".".join(parts[: len(parts) - level + 1])


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from _statements(child)
