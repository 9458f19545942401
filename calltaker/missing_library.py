"""What to install for a library that is not there, in one sentence."""

from __future__ import annotations

import re

_SHARED_OBJECT = re.compile(r"(?P<name>lib[\w.+-]+?)\.so\.(?P<version>[\w.]+): cannot open shared object file")
_GLIB_PARTS = frozenset({"libglib-2.0", "libgobject-2.0", "libgio-2.0", "libgthread-2.0", "libgmodule-2.0"})


def missing_library(error: ImportError) -> str:
    """Return what to install: the Debian package of a shared library, or the Python package."""
    text = str(error)
    if found := _SHARED_OBJECT.search(text):
        package = debian_package(found["name"], found["version"])
        return (
            f"the system library {found['name']}.so.{found['version']} is missing; "
            f"`./run setup` installs what is needed (or: apt-get install {package})"
        )
    return f"the Python package {error.name or text} is missing or incomplete; `./run setup` installs what is needed"


def debian_package(name: str, version: str) -> str:
    """Return the package that Debian's naming rule gives a library (Policy §8.1: libEGL, 1 → libegl1; libX11, 6 → libx11-6;
    no underscores: libgssapi_krb5, 2 → libgssapi-krb5-2)."""
    if name in _GLIB_PARTS:
        return "libglib2.0-0"
    return f"{name}{'-' if name[-1].isdigit() else ''}{version}".lower().replace("_", "-")
