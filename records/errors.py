"""What can go wrong, as one short tree.

SynopticError
├── InputError        the user's input is wrong: one line, exit status 2, nothing written
├── UnusableError     one version can't be used: it goes to the report's ``unusable`` list, the rest is compared
└── UnavailableError  a model, engine or service is not there: says what to run to get it
"""

from __future__ import annotations

__all__ = ["InputError", "SynopticError", "UnavailableError", "UnusableError"]


class SynopticError(Exception):
    """Base of every error that Synoptic raises on purpose; its text is one line for a person."""


class InputError(SynopticError):
    """The input of a command is wrong. The text names file, line, field and what was expected."""


class UnusableError(SynopticError):
    """One version could not be used, at ``stage``, for the reason ``why``; the others go on."""

    def __init__(self, stage: str, why: str) -> None:
        super().__init__(f"{stage}: {why}")
        self.stage = stage
        self.why = why


class UnavailableError(SynopticError):
    """An engine or model is not installed. The text ends with the command that gets it."""
