"""What Synoptic knows of a language: ``configs/languages/<code>.yml``, one section a module of this package."""
