"""What `pml` says where a package is missing that readers do without."""


def needed(missing: ModuleNotFoundError) -> str:
    """What to say where a package is missing that readers do without."""
    return f"pml needs {missing.name}, which readers do without. Run: pip install 'pmlapp[authoring]'"
