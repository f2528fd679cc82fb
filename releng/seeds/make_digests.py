#!/usr/bin/env python3
"""Strips the inline marks of seeds/digests/NNN.md into a clean text and a pack of its own.

  make_digests.py           writes seeds/digests/NNN.txt.md and seeds/packs/digest-NNN.json
  make_digests.py --check   says whether they are up to date

A mark is [[keys|words]]; keys are separated by commas, each with an optional :role and an optional !stance
(supports, contradicts, mentions). Marks stay in one line and do not nest. An unknown key is an error; the keys of that
seed which a digest lacks are listed. A fact of a marked element is linked where its words stand. Needs only the
repository, except for the list.
"""

import json
import re
import sys

sys.dont_write_bytecode = True

import facts
from make_seeds import sheet
from sources import SEEDS, Sources, fail, settle, sha256, shared

MARK = re.compile(r'\[\[([^\]|\n]+)\|([^\]\n]+)\]\]')
FIELDS = ('title', 'series', 'issue', 'publisher', 'authors', 'published', 'language', 'rights')
STANCES = ('supports', 'contradicts', 'mentions')


class Keys:
    """The addresses a mark may name, and what evidence of a relation that is no object is evidence of."""

    def __init__(self):
        model = json.loads((SEEDS / 'model.json').read_text(encoding='utf-8'))
        expected = json.loads((SEEDS / 'expected.json').read_text(encoding='utf-8'))
        self.addresses = {line['key'] for line in model}
        self.facts = facts.Facts(model)
        self.references = {key: (mechanism, 'practised-in:' + hub)
                           for key, mechanism, _, hub in expected['references']}
        self.evidence = {key: (document, role) for key, document, role in expected['evidence']}

    def link(self, name, digest):
        """The link [key, role, feature, stance] of one key of a mark."""
        match = re.fullmatch(r'([^:!]+)(?::([^!]+))?(?:!(\w+))?', name.strip())
        key, role, stance = match.groups() if match else (name, None, None)
        if stance is not None and stance not in STANCES:
            fail(f'{digest.name}: no such stance: {stance}')
        for derived in (self.references, self.evidence):
            if key in derived:
                key, role = derived[key]
        if key == digest.of:
            return [digest.key, role, 'title' if role == 'title' else None, stance or 'supports']
        if role and f'{key}/{role}' in self.addresses:
            key = f'{key}/{role}'
        if key not in self.addresses:
            fail(f'{digest.name}: unknown key {key}')
        return [key, role, None, stance or 'supports']


class Digest:
    """One digest: its clean text and the passages of its marks. Offsets are code points."""

    def __init__(self, path, keys):
        self.name, self.number = path.name, path.stem
        self.key = 'digest.' + self.number
        marked = path.read_text(encoding='utf-8')
        self.front = dict(re.findall(r'^([\w-]+): *(.+)$', marked.split('\n---\n', 1)[0], re.MULTILINE))
        self.of = self.front.get('digest-of') or fail(f'{path.name}: the front matter lacks digest-of')
        self.named, passages, text, end = set(), {}, [], 0
        length = 0
        for mark in MARK.finditer(marked):
            text.append(marked[end:mark.start()])
            start = length = length + len(text[-1])
            text.append(mark[2])
            length += len(mark[2])
            end = mark.end()
            names = mark[1].split(',')
            self.named |= {re.split('[:!]', name.strip())[0] for name in names}
            links = passages.setdefault((start, length), [])
            links += [link for link in (keys.link(name, self) for name in names) if link not in links]
        self.text = ''.join(text) + marked[end:]
        if '[[' in self.text or ']]' in self.text:
            fail(f'{path.name}: a mark is broken, nested or crosses a line')
        self.passages = passages
        self._facts(keys.facts)

    def _facts(self, known):
        """Links each fact of what is marked to the smallest of its marks that has the fact's words."""
        linked = set()
        for start, end in sorted(self.passages, key=lambda place: (place[1] - place[0], place[0])):
            links, quote = self.passages[start, end], self.text[start:end]
            for key in [key for key, *_, stance in links if stance == 'supports']:
                for fact, wordings in known.of(key):
                    if fact not in linked and any(facts.occurs(wording, quote) for wording in wordings):
                        linked.add(fact)
                        links.append(facts.link(fact))

    def pack(self):
        briefing = {field: self.front.get(field) for field in FIELDS}
        return {'key': self.key, 'briefing': briefing, 'fileSha256': sha256(self.text),
                'textSha256': sha256(self.text), 'codePoints': len(self.text), 'parts': [], 'wordings': [],
                'passages': [{'start': start, 'end': end, 'sha256': sha256(self.text[start:end]), 'links': links}
                             for (start, end), links in sorted(self.passages.items())]}

    def lacks(self, records, keys):
        """The records of its seed that no mark names; which hub practises a mechanism the mechanism says itself."""
        return sorted(record['id'] for record in records if record['seed'].startswith(self.number)
                      and record['id'] not in self.named and record['id'] not in keys.references)


def main(arguments):
    keys = Keys()
    digests = [Digest(path, keys) for path in sorted((SEEDS / 'digests').glob('[0-9][0-9][0-9].md'))]
    made = {}
    for digest in digests:
        made[f'digests/{digest.number}.txt.md'] = digest.text
        made[f'packs/digest-{digest.number}.json'] = sheet(digest.pack())
    settle(made, arguments, 'make_digests.py')
    folder = None if arguments else shared()
    if folder:
        records = Sources(folder).records
        for digest in digests:
            lacks = digest.lacks(records, keys)
            print(f'{digest.name} lacks {len(lacks)} keys of its seed: {" ".join(lacks)}')


if __name__ == '__main__':
    main(sys.argv[1:])
