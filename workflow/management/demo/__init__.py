"""The invented province: authorities, people, and requests that the services themselves have brought where they stand.

Every name, number, document and telephone is made up (standards.md 5.4): identity numbers carry a birth year of
the 2090s, telephones the prefix 095 that no operator has.
"""
