"""The compliance front page: what every authority must show, by which article, whose it is, how it stands.

Which obligations there are stands in rules/, what there is is read by facts.py, how it stands is decided in states.py and
board.py; services.py writes down what people decide about it.
"""
