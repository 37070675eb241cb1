"""What every test runs under: no model is fetched, and nothing of the user's own settings is read."""

import os

os.environ["SYNOPTIC_OFFLINE"] = "1"
