"""What students did, kept for off-line: personal data, which go again by themselves (`forgetting`)."""
