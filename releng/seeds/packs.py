"""Standoff packs: what an original is evidence of, as offsets and hashes, without its text."""

import facts
from model import about_document, derived, items
from sources import fail, sha256, squeezed

RUNNING_HEADS = {'doi', 'footer', 'header', 'site', 'copyright notice',
                 'title (running head near the end of the file)'}
# what reads as a part of the text itself: a part there would dim it
UNMARKED = {'title', 'subtitle', 'title (English)', 'first sentence', 'author', 'source'}
LABELS = {
    'name_en': '英文题名', 'editors': '编辑', 'genre': '体裁', 'doi': 'DOI', 'column': '栏目', 'date_raw': '原文日期',
    'subseries': '子系列', 'site': '网站', 'note': '附注', 'dating_clue': '年代线索',
    'based-on-research-of': '研究依据'}
FROM_COPY = {('doc.001', 'name_en'): 'title (English)', ('doc.001', 'doi'): 'doi'}
RELATION_FEATURES = {'published': 'publisher', 'wrote': 'authors', 'compiled': 'authors'}


class Pack:
    """The pack of one original. A link is [key, role, feature, stance]."""

    def __init__(self, original, sources, model):
        self.original, self.sources, self.model = original, sources, model
        self.document = sources.by_key[original.key]
        self.parts, self.links = [], {}
        self.wordings = [list(wording[1:]) for wording in model.wordings if wording[0] == original.name]
        for record in sources.records:
            for passage in record['passages']:
                self._link(passage, *self._target(record, passage), 'supports')
            for passage in record.get('mentions', []):
                self._link(passage, record['id'], None, None, 'mentions')
        for record in sources.records:
            self._facts(record)
        self._structure()
        self._masthead()
        self._exhibits()

    def _link(self, passage, key, role, feature, stance):
        if passage['seed'] != self.original.name:
            return
        links = self.links.setdefault((passage['start'], passage['end']), [])
        link = [key, role, feature, stance]
        if link in links:
            fail(f'{self.original.key}: twice the same link {link}')
        links.append(link)

    def _facts(self, record):
        """Links each fact of a record to the smallest passage that has the fact's words: of the record's own ones, or
        else of the table rows about it."""
        known = self.model.facts.of(record['id'])
        if known:
            rows = [passage for row in self.model.rows_about(record['id']) for passage in row['passages']]
            places = [*self._smallest_first(record['passages']), *self._smallest_first(rows)]
            for key, wordings in known:
                found = next((place for place in places if self._stands(place, key, wordings)), None)
                if found:
                    self._link(found, *facts.link(key))

    def _smallest_first(self, passages):
        return sorted((p for p in passages if p['seed'] == self.original.name),
                      key=lambda p: (p['end'] - p['start'], p['start']))

    def _stands(self, passage, fact, wordings):
        """Whether a passage has a fact's words, or is part of the row or figure a fact names, or refers to it."""
        place = self.model.stands_in.get(fact)
        if place:
            return any(p['seed'] == passage['seed'] and (within(passage, p) or within(p, passage))
                       for p in self.sources.by_key[place]['passages'])
        return any(facts.occurs(wording, passage['quote']) for wording in wordings)

    def _target(self, record, passage):
        """What a passage of a record is evidence of: key, role, feature."""
        key, role, attributes = record['id'], passage.get('role'), record['attributes']
        if record['kind'] == 'Relation' and derived(record):
            return derived_target(key, attributes)
        if record['kind'] == 'Document':
            return key, role, 'title' if role == 'title' else None
        if role and f'{key}/{role}' in self.model.objects:
            return f'{key}/{role}', role, None
        if role and record['kind'] == 'Figure':
            return self._figure_target(key, passage), role, None
        return key, role, None

    def _figure_target(self, figure, passage):
        """The node or edge whose label a passage prints, else the figure."""
        quote = squeezed(passage['quote'])
        for made in self.model.objects.values():
            label = squeezed(made.values.get('label', ''))
            if made.container == figure and (label == quote if made.type == 'Node' else quote in label.split('/')):
                return made.key
        return figure

    def _part(self, kind, key, number, title, start, end):
        self.parts.append({'key': key, 'kind': kind, 'number': number, 'title': title, 'start': start, 'end': end})

    def _structure(self):
        for record in self.sources.of_kind('Section', 'Citation'):
            if record['seed'] == self.original.name:
                kind, attributes = record['kind'].lower(), record['attributes']
                title = record['name'] + ('；原文未附参考文献表' if 'note' in attributes else '')
                self._part(kind, record['id'], attributes.get('number'), title, record['start'], record['end'])

    def _masthead(self):
        for number, passage in enumerate(self.document['passages'], 1):
            role = passage['role']
            if role not in UNMARKED:
                kind = 'running-head' if role in RUNNING_HEADS else 'masthead'
                self._part(kind, f'{self.original.key}/{number}', None, role, passage['start'], passage['end'])
        fields = {'name_en': self.document['name_en'], **self.document['attributes']}
        for attribute, value in fields.items():
            if self.model.mapping.row('Document', attribute)['how'] == 'part':
                self._attribute(attribute, '、'.join(items(value)))
        for relation in self.sources.of_kind('Relation'):
            a = relation['attributes']
            if a['from'] == self.original.key:
                self._attribute(a['type'], self.sources.by_key[a['to']]['name'])

    def _attribute(self, attribute, text):
        """What a briefing has no field for is kept as a part at its masthead."""
        key = f'{self.original.key}/{attribute.replace("_", "-")}'
        role = FROM_COPY.get((self.original.key, attribute))
        places = self.document['passages']
        place = next((p for p in places if p['role'] == role), None) or next(
            p for p in places if p['role'] in ('masthead', 'footer', 'site'))
        kind = 'running-head' if place['role'] in RUNNING_HEADS else 'masthead'
        self._part(kind, key, LABELS[attribute], None if role else text, place['start'], place['end'])
        if role:
            self.wordings.append([key, 'title', place['start'], place['end']])

    def _exhibits(self):
        for record in self.sources.of_kind('Table', 'Figure'):
            if record['seed'] != self.original.name:
                continue
            self._part('caption', record['id'] + '/caption', None, record['name'], record['start'], record['end'])
            rows = [r for r in self.sources.of_kind('TableRow') if r['attributes']['table'] == record['id']]
            if rows:
                start = next(p['start'] for p in record['passages'] if p['role'] == 'header')
                end = max(p['end'] for row in rows for p in row['passages'])
                self._part('table', record['id'] + '/table', None, record['name'], start, end)

    def _briefing(self):
        a, title = self.document['attributes'], self.document['name']
        briefing = {'title': title, 'series': a.get('series'), 'issue': issue(a), 'publisher': a.get('publisher'),
                    'authors': self._authors(), 'published': a.get('date', str(a['year']) if 'year' in a else None),
                    'language': a['language'].split()[0], 'rights': a.get('marking')}
        if 'journal' in a:
            start = self.original.text.index(a['journal'])
            self.wordings.append([self.original.key, 'series', start, start + len(a['journal'])])
        return briefing

    def _authors(self):
        authors = [self.sources.by_key[r['attributes']['from']]['name'] for r in self.sources.of_kind('Relation')
                   if r['attributes']['to'] == self.original.key and r['attributes']['type'] in ('wrote', 'compiled')]
        return '、'.join(authors) or None

    def content(self):
        text = self.original.text
        passages = [{'start': start, 'end': end, 'sha256': sha256(text[start:end]), 'links': links}
                    for (start, end), links in sorted(self.links.items())]
        return {'key': self.original.key, 'briefing': self._briefing(), 'fileSha256': sha256(self.original.data),
                'textSha256': sha256(text), 'codePoints': len(text),
                'parts': sorted(self.parts, key=lambda part: (part['start'], -part['end'], part['key'])),
                'wordings': sorted(self.wordings), 'passages': passages}


def within(inner, outer):
    return outer['start'] <= inner['start'] and inner['end'] <= outer['end']


def derived_target(key, attributes):
    """Relations that are not objects: their evidence is of the mechanism or the briefing that says them."""
    if about_document(attributes):
        document = attributes['to'] if attributes['to'].startswith('doc.') else attributes['from']
        return document, f'{attributes["type"]}:{key}', RELATION_FEATURES.get(attributes['type'])
    return attributes['from'], f'{attributes["type"]}:{attributes["to"]}', None


def issue(attributes):
    """Volume, issue, total and pages in the one field a briefing has for them."""
    if 'volume' in attributes:
        first, last = attributes['pages_seen']
        return f'第 {attributes["volume"]} 卷第 {attributes["issue"]} 期，第 {first}–{last} 页'
    if 'issue' not in attributes:
        return None
    return f'{attributes["issue"]}（总第 {attributes["total_issue"]} 期）'


def expected(sources, packs):
    """What a project holds after the five originals are imported: every record, range and link."""
    held = {'objects': [], 'references': [], 'evidence': []}
    for record in sources.records:
        a = record['attributes']
        if not derived(record):
            held['objects'].append(record['id'])
        elif about_document(a):
            held['evidence'].append([record['id'], *derived_target(record['id'], a)[:2]])
        else:
            held['references'].append([record['id'], a['from'], 'hubs', a['to']])
    counts = [[stance for links in pack.links.values() for _, role, _, stance in links if role != facts.ROLE]
              for pack in packs]
    ranges = sum(any(link[3] == 'supports' for link in links) for pack in packs for links in pack.links.values())
    return {'records': len(sources.records), 'ranges': ranges,
            'links': sum(stances.count('supports') for stances in counts),
            'mentions': sum(stances.count('mentions') for stances in counts), **held}
