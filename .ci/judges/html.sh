# The Nu checker for HTML and CSS, axe for accessibility.
if command -v npm >/dev/null; then
  npm install --silent --ignore-scripts --prefix "$work/npm" vnu-jar@26.9.27 axe-core@4.14.1 >/dev/null 2>&1 ||
    echo "vnu and axe could not be installed; their tests are skipped"
  [ ! -f "$work/npm/node_modules/vnu-jar/build/dist/vnu.jar" ] ||
    export ENCODER_TEST_VNU="$work/npm/node_modules/vnu-jar/build/dist/vnu.jar"
  [ ! -f "$work/npm/node_modules/axe-core/axe.min.js" ] ||
    export ENCODER_TEST_AXE="$work/npm/node_modules/axe-core/axe.min.js"
fi
