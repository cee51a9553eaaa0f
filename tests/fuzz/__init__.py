"""Whatever comes in, the program says something about it: ``python -m tests.fuzz``. What crashed it once is kept in
``crashes`` and tried by every run of the tests."""
