# Readers of JSON-LD, citations and citation structures, in an environment of their own, and citation-js.
python3 -m venv "$work/readers" &&
  "$work/readers/bin/pip" install -q extruct==0.18.0 pybtex rispy dapytains==1.0.0rc4 >/dev/null 2>&1 &&
  export ENCODER_TEST_READERS="$work/readers/bin/python" ||
  echo "extruct, pybtex, rispy and dapytains could not be installed; their tests are skipped"
if command -v npm >/dev/null; then
  npm install --silent --ignore-scripts --prefix "$work/citations" \
    @citation-js/core @citation-js/plugin-bibtex @citation-js/plugin-ris >/dev/null 2>&1 &&
    export ENCODER_TEST_CITATION_JS="$work/citations/node_modules" ||
    echo "citation-js could not be installed; its test is skipped"
fi
