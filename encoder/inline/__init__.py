"""Text to bracket tree (``parse``), and claims to annotated items (``attach``, ``entities``)."""
