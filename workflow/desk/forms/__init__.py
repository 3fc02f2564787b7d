"""The short forms, one file a stage of the procedure; each field has the name of its service's argument."""
