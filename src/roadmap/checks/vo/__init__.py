"""VO, vocabulary: words that only one side understands."""
