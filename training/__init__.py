"""From passages and corpora to weights. Never imported by the package."""
