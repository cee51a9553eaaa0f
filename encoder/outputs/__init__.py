"""What an edition is published as: one module or package and one line each (see :mod:`encoder.outputs.output`)."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from encoder.outputs.output import Output


class _Outputs(Mapping[str, Output]):
    """The outputs by name. Each is imported when it is asked for: most commands need none of them."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def __getitem__(self, name: str) -> Output:
        if name not in self._names:
            raise KeyError(name)
        output: Output = import_module(f"encoder.outputs.{name}").OUTPUT
        return output

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


OUTPUTS = _Outputs("html", "print", "epub", "reledmac")
UNASKED = ("html", "print", "epub")  # what is made where nobody names any
