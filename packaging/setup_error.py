"""What can go wrong while a machine is being set up."""


class SetupError(Exception):
    """The machine cannot be set up; the text is one clear sentence for the person, with what to do next."""
