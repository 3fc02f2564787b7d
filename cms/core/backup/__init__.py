"""A consistent set of everything that is needed to begin again: database, media, private files, and what to hold them against.

`database` takes and puts back the database, `manifest` says what a set holds, `sets` writes and opens the encrypted set,
`keeping` decides which sets stay. Secrets of the environment are never in a set: they are kept apart (docs/van-hanh/sao-luu.md).
"""
