# The fonts of the extra cjk, apart from the environment of the tests, in which a missing character is to be missing.
if python3 -m pip install -q --no-deps --target "$work/cjk" pylopdf-fonts-zh-cn pylopdf-fonts-ko; then
  export ENCODER_TEST_CJK="$work/cjk"
else
  echo "the fonts for Chinese and Korean could not be installed; their test is skipped"
fi
