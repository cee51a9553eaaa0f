"""An edition as a package that archives take as it is, and the same package checked as they would."""
