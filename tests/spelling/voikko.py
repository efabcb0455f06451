"""Prints the words of standard input, one a line, that Finnish morphology does not know."""

import sys

import libvoikko

voikko = libvoikko.Voikko("fi")
for word in sys.stdin.read().split("\n"):
    if word and not voikko.spell(word):
        print(word)
