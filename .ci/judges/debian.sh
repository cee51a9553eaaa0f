# jing, a browser, Java for the judges that need it, and the tools that read PDF.
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq jing chromium default-jre-headless poppler-utils >/dev/null ||
    echo "jing, Java, chromium or poppler could not be installed; their tests are skipped"
fi
