"""XSLT 3.0 by SaxonC-HE: the only module that imports saxonche.

Stylesheets are compiled once for each process and then locked down: no stylesheet can read a file or an address,
call an extension function or evaluate a string, and no document can name an external entity. What a stylesheet
needs besides its document is handed in as a parameter.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

_FEATURE = "http://saxon.sf.net/feature/"


class TransformError(Exception):
    """A stylesheet stopped; the text says where and why."""


class Stylesheets:
    """Compiled stylesheets of one processor.

    :param paths: a name for each stylesheet and where it is.
    :raises TransformError: a stylesheet does not compile.
    """

    made = False  # whether this process has any: then it cannot be forked

    def __init__(self, paths: Mapping[str, Path]) -> None:
        import saxonche  # 50 ms that a command without stylesheets does not pay

        Stylesheets.made = True
        self._saxon = saxonche.PySaxonProcessor(license=False)
        self._error: type[Exception] = saxonche.PySaxonApiError
        compiler = self._saxon.new_xslt30_processor()
        self._sheets: dict[str, Any] = {}
        for name, path in paths.items():
            try:
                self._sheets[name] = compiler.compile_stylesheet(stylesheet_file=str(path))
            except self._error as error:
                raise TransformError(f"{path.name} does not compile: {error}") from error
        # The order matters: protocols first, since the other two switches cannot be set back.
        self._saxon.set_configuration_property(_FEATURE + "allowedProtocols", "")
        self._saxon.set_configuration_property(_FEATURE + "allow-external-functions", "off")
        self._saxon.set_configuration_property(_FEATURE + "disableXslEvaluate", "on")

    def parse(self, xml: str) -> Any:
        """The document of some XML text, to be used as context or parameter of this object's stylesheets.

        :raises TransformError: Saxon does not read it.
        """
        try:
            return self._saxon.parse_xml(xml_text=xml)
        except self._error as error:
            raise TransformError(f"not read: {error}") from error

    def run(self, name: str, context: Any, **parameters: Any) -> str:
        """The principal result of one stylesheet, serialised as its xsl:output says.

        :param context: XML text, or a document from :meth:`parse`.
        :param parameters: stylesheet parameters (``_`` in a name stands for ``-``): text, truth values, whole
            numbers, or documents from :meth:`parse`.
        :raises TransformError: the stylesheet stopped.
        """
        return str(self._apply(name, context, parameters, "apply_templates_returning_string"))

    def tree(self, name: str, context: Any, **parameters: Any) -> Any:
        """The same as :meth:`run`, as a document for the next stylesheet."""
        return self._apply(name, context, parameters, "apply_templates_returning_value").head

    def _apply(self, name: str, context: Any, parameters: Mapping[str, Any], how: str) -> Any:
        sheet = self._sheets[name]
        sheet.clear_parameters()
        node = self.parse(context) if isinstance(context, str) else context
        for key, value in parameters.items():
            sheet.set_parameter(key.replace("_", "-"), self._value(value))
        sheet.set_global_context_item(xdm_item=node)
        try:
            result = getattr(sheet, how)(xdm_value=node)
        except self._error as error:
            raise TransformError(f"{name}: {error}") from error
        if result is None:
            raise TransformError(f"{name}: the stylesheet gave no result")
        return result

    def _value(self, value: Any) -> Any:
        make = self._saxon
        match value:
            case bool():
                return make.make_boolean_value(value)
            case int():
                return make.make_integer_value(value)
            case str():
                return make.make_string_value(value)
        return value
