"""What a file that leaves tells beside what it shows: found with its place, and taken out of a copy.

Nothing here knows the site: `program` runs in a process of its own, where a file can do no harm, and `apart` starts it.
"""
