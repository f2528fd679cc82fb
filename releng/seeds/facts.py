"""Which passage a fact stands in literally: links that no inventory states, with a role of their own."""

import re
import unicodedata

ROLE = 'fact'
KINDS = {'"': '“”„', "'": '‘’', '-': '–—−', '~': '∼〜'}
FOLDS = {ord(kind): plain for plain, kinds in KINDS.items() for kind in kinds}
NUMBER = r'[\d.,/%]'
COUNTED = r'[\d.,/%十百千万亿]'


class Facts:
    """The facts of a model by what they are facts of, each with the wordings it may have. Takes the lines of
    model.json; the names of what a fact refers to are wordings too."""

    def __init__(self, lines, said=None):
        self._lines = {line['key']: line for line in lines}
        self._said = said or {}
        self._of = {}
        for line in self._lines.values():
            if line['type'] == 'Fact':
                self._of.setdefault(line['in'], []).append(line)

    def of(self, key):
        """Each fact of the object with this key: its address, and its wordings."""
        return [(fact['key'], self._wordings(fact)) for fact in self._of.get(key, [])]

    def _wordings(self, fact):
        values = fact.get('values', {})
        quantity = self._lines.get(fact['key'] + '/quantity')
        if quantity:
            return [quantity['values']['raw']]
        if 'text' in values:
            return [values['text']]
        key = fact['refs']['reference']
        named = self._lines[key].get('values', {})
        names = [named.get('nameZh'), self._said.get(key), *named.get('aliases', [])]
        return [name for name in names if name]


def link(fact):
    """The link to a fact: [key, role, feature, stance]."""
    return [fact, ROLE, None, 'supports']


def folded(text):
    """Without white space, full and half width alike, quotation marks and dashes of one kind."""
    return re.sub(r'\s+', '', unicodedata.normalize('NFKC', text).translate(FOLDS))


def occurs(wording, quote):
    """Whether a quote has these very words. One character is too little, and half a number is none of it."""
    wording, quote = folded(wording), folded(quote)
    if len(wording) < 2:
        return False
    before = f'(?<!{NUMBER})' if wording[0].isdigit() else ''
    after = f'(?!{COUNTED})' if wording[-1].isdigit() else ''
    return re.search(before + re.escape(wording) + after, quote) is not None
