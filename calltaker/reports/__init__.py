"""Reports and exports, each in a process of its own: `python -m calltaker.reports --help`. No Qt, no window."""
