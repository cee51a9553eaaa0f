# The judges of packages for archives, each as others have written it: BagIt and its profiles, OCFL, RO-Crate, DataCite, METS and
# Turtle in one environment; CITATION.cff in its own, which pins old libraries. They are installed side by side.
deposit_judges() {
  python3 -m venv "$work/deposit" &&
    "$work/deposit/bin/pip" install -q bagit==1.9.0 bagit-profile==1.3.1 ocfl-py==2.1.0 roc-validator==0.13.0 \
      datacite==1.4.1 rdflib xmlschema setuptools &&
    "$work/deposit/bin/pip" install -q --no-deps eark-validator==1.1.3
} 2>/dev/null
citation_judge() {
  python3 -m venv "$work/cff" && "$work/cff/bin/pip" install -q cffconvert==2.0.0
} 2>/dev/null
deposit_judges & deposit_pid=$!
citation_judge & citation_pid=$!
if command -v npm >/dev/null; then
  npm install --silent --ignore-scripts --prefix "$work/ro-crate" ro-crate@3.7.2 >/dev/null 2>&1 ||
    echo "ro-crate could not be installed; the RO-Crate judge is skipped"
fi
if wait $deposit_pid; then
  export ENCODER_TEST_DEPOSIT="$work/deposit/bin/python"
else
  echo "the judges of packages could not be installed; their tests are skipped"
fi
if wait $citation_pid; then
  export ENCODER_TEST_CFF="$work/cff/bin/cffconvert"
else
  echo "cffconvert could not be installed; its test is skipped"
fi
[ ! -f "$work/ro-crate/node_modules/ro-crate/lib/context.json" ] ||
  export ENCODER_TEST_ROCRATE="$work/ro-crate/node_modules/ro-crate/lib/context.json"
