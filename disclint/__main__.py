"""`python -m disclint`."""

import sys

from disclint.cli import main

if __name__ == "__main__":
    sys.exit(main())
