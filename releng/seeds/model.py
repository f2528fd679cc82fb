"""Turns the records of the inventory into model objects, as the table mapping.csv says."""

import re

from facts import Facts
from sources import fail, table

AT_LEAST = {'超', '超过', '突破', '以上', '多', '余'}
AT_MOST = {'最高', '最长'}
LONG = 30
BUDGET = re.compile(r'(\d+(?:\.\d+)?)(?:[~—-](\d+(?:\.\d+)?))?(亿|万)?(日元|美元|欧元)')
SCALES = {'亿': 100_000_000, '万': 10_000, None: 1}
CURRENCIES = {'日元': 'JPY', '美元': 'USD', '欧元': 'EUR'}
PART = {'Document', 'Section', 'Citation'}
# wordings of the inventory that mix a name with its maker's English
PLAIN = {'文部科学省 (first mention) / 日本政府 (second mention)': '文部科学省、日本政府',
         '文部省 (文部科学省)': '日本文部省',
         '上海/中国 (not named in the text)': '上海、中国（文中未点名）',
         '经济产业省 (after 2001)': '经济产业省（2001年后）', '文部科学省 (after 2001)': '文部科学省（2001年后）',
         'before 2001': '2001年前'}
COMPANY = '（株）'


class Mapping:
    """The rows of mapping.csv by kind and attribute; a kind or an attribute that has none is an error."""

    def __init__(self):
        self.rows = {(row['kind'], row['attribute']): row for row in table('mapping.csv')}

    def row(self, kind, attribute):
        row = self.rows.get((kind, attribute))
        if row is None:
            fail(f'mapping.csv lacks {kind} / {attribute or "(the kind itself)"}')
        return row

    def check(self, records):
        for record in records:
            self.row(record['kind'], '')
            for field in record:
                if field in ('name', 'name_en'):
                    self.row(record['kind'], field)
                elif field != 'attributes':
                    self.row('*', field)
            for attribute in record['attributes']:
                self.row(record['kind'], attribute)


class Object:
    """One object of the model. Its key is its address; what has no key of its own is addressed below its container."""

    def __init__(self, type_, key, container, feature):
        self.type, self.key, self.container, self.feature = type_, key, container, feature
        self.values, self.refs = {}, {}

    def line(self):
        line = {'type': self.type, 'key': self.key, 'in': self.container, 'feature': self.feature}
        for name, features in (('values', self.values), ('refs', self.refs)):
            if features:
                line[name] = dict(sorted(features.items()))
        return line


class Model:
    """The objects in order, where long wordings stand that only the user's copy may hold, and which record a fact says
    its element stands in."""

    def __init__(self, sources):
        self.sources, self.mapping = sources, Mapping()
        self.objects, self.wordings, self._facts = {}, [], {}
        self.stands_in = {}
        self.mapping.check(sources.records)
        self._companies = {name for r in sources.of_kind('Platform') for name in r['attributes'].get('companies', [])}
        self._names = self._index_names()
        self._rows = {r['attributes']['table_row']: r for r in sources.of_kind('Platform')
                      if 'table_row' in r['attributes']}
        self._remarked = set()
        self._families()
        for record in sources.records:
            if record['kind'] not in PART and not derived(record):
                self._object(record)
        for record in sources.records:
            if record['kind'] not in PART and not derived(record):
                self._fill(record)
        self._remarks()
        self.facts = Facts([made.line() for made in self.objects.values()], sources.said)

    def rows_about(self, key):
        """The records of the table rows that are about an element."""
        return [self.sources.by_key[row.key] for row in self.objects.values()
                if row.type == 'Row' and key in row.refs.get('subjects', [])]

    def add(self, type_, key, container, feature):
        if key in self.objects:
            fail('two objects have the key ' + key)
        self.objects[key] = made = Object(type_, key, container, feature)
        return made

    def _remarks(self):
        """Says in remarks.csv's words what the inventory remarks: a paragraph in Chinese, one in English."""
        remarks = {row['key']: row for row in table('remarks.csv')}
        if set(remarks) != self._remarked:
            fail('remarks.csv lacks, or has too many: ' + ', '.join(sorted(set(remarks) ^ self._remarked)))
        for key, row in remarks.items():
            self.objects[key].values['description'] = f'{row["zh"]}\n{row["en"]}'

    def _index_names(self):
        """Elements by every name they are given; None where a name means several."""
        names = {}
        for record in self.sources.records:
            if record['kind'] in PART | {'TableRow', 'Relation', 'Metric', 'Milestone', 'Statement'}:
                continue
            for name in {record['name'], self.sources.said[record['id']], *names_of(record), *self._short(record)}:
                names[name] = None if names.get(name, record['id']) != record['id'] else record['id']
        return names

    def _short(self, record):
        """The name of a company without its legal form, where a table names it so."""
        short = record['name'].replace(COMPANY, '')
        return {short} & self._companies if COMPANY in record['name'] else set()

    def _families(self):
        for row in table('families.csv'):
            family = self.add('Family', row['key'], None, 'elements')
            family.values.update(key=row['key'], nameZh=row['name_zh'], nameEn=row['name_en'])

    def _object(self, record):
        cls = self.mapping.row(record['kind'], '')['class']
        row = cls == 'Row'
        made = self.add(cls, record['id'], record['attributes']['table'] if row else None,
                        'rows' if row else 'elements')
        made.values['key'] = record['id']
        if cls == 'Exhibit':
            made.values['kind'] = 'table' if record['kind'] == 'Table' else 'figure'
        if cls == 'Metric':
            self.add('Quantity', record['id'] + '/quantity', record['id'], 'quantity')

    def _fill(self, record):
        made = self.objects[record['id']]
        fields = {'name': record['name'], 'name_en': record['name_en'], **record['attributes']}
        for attribute, value in fields.items():
            row = self.mapping.row(record['kind'], attribute)
            handle = getattr(self, '_' + row['how'].replace('-', '_'), None)
            if handle is None:
                fail(f'mapping.csv: nothing known of "{row["how"]}" ({record["kind"]} / {attribute})')
            handle(made, record, row, value)
        if made.type in ('Hub', 'Organization', 'Person', 'Platform', 'Programme'):
            self._alias(made, names_of(record) | self._short(record))
        if made.type == 'Row':
            self._subjects(made, record)

    # one method for each word of the column "how"

    def _feature(self, made, record, row, value):
        made.values[row['feature']] = PLAIN.get(value, value) if isinstance(value, str) else value

    def _flag(self, made, record, row, value):
        made.values[row['feature']] = True
        self._description(made, record, row, value)

    def _description(self, made, record, row, value):
        """What the inventory remarks and no text states: said in remarks.csv. A row has none: its table has one."""
        self._remarked.add(made.container if made.type == 'Row' else made.key)

    def _reference(self, made, record, row, value):
        feature = row['feature']
        if feature == 'families':
            made.refs[feature] = ['fam.' + family for family in value]
        elif isinstance(value, list):
            made.refs[feature] = value
        elif value in self.objects or value in self._names:
            made.refs[feature] = value if value in self.objects else self._names[value]
        elif feature == 'speaker':
            made.values['briefing'] = value
        else:
            document = self.sources.by_key.get(value)
            self._fact(made, record, row, f'《{document["name"]}》' if document else value)

    def _aliases(self, made, record, row, value):
        """The names are taken by _alias; what the inventory remarks on them is kept."""
        remarks = value if isinstance(value, dict) else [alias for alias in value if ' (' in alias or '(not' in alias]
        if remarks:
            self._description(made, record, row, value)

    def _alias(self, made, names):
        own = made.values['nameZh']
        aliases = sorted(name for name in names if name != own)
        if aliases:
            made.values['aliases'] = aliases

    def _period(self, made, record, row, value):
        a = record['attributes']
        start, end = a.get('start', a.get('date', a.get('year'))), a.get('end')
        if 'period' not in a:
            made.values['period'] = str(start) if 'start' not in a else f'{start}–{end or ""}'
        elif str(value) not in a['period']:
            self._fact(made, record, row, value)

    def _relation_type(self, made, record, row, value):
        if value not in self.objects:
            names = {r['type']: r for r in table('relation-types.csv')}
            type_ = self.add('RelationType', value, None, 'relationTypes')
            type_.values.update(key=value, nameZh=names[value]['name_zh'], nameEn=names[value]['name_en'])
        made.refs['type'] = value

    def _quantity(self, made, record, row, value):
        quantity = self.objects[made.key + '/quantity']
        feature, attribute = row['feature'], row['attribute']
        if attribute == 'raw':
            exact = record['attributes'].get('raw_exact', value)
            raw = exact if re.search('[A-Za-z] [A-Za-z]', exact) else value
            self._wording(quantity, 'raw', raw, record['seed'], record['attributes']['raw_start'],
                          record['attributes']['raw_end'])
        elif attribute == 'value':
            bound = record['attributes'].get('qualifier')
            if bound not in AT_MOST:
                quantity.values['low'] = value
            if bound not in AT_LEAST:
                quantity.values['high'] = value
        else:
            quantity.values[feature] = value

    def _wording(self, made, feature, text, seed, start, end):
        if len(text) > LONG or self.sources.repeats(text):
            self.wordings.append((seed, made.key, feature, start, end))
        else:
            made.values[feature] = text

    def _checked(self, made, record, row, value):
        a = record['attributes']
        if record['kind'] == 'Table':
            rows = [r for r in self.sources.of_kind('TableRow') if r['attributes']['table'] == record['id']]
            right = len(rows) == value
        else:
            pairs = (('number', 'value'), ('low', 'value_low'), ('high', 'value_high'))
            right = all(abs(a[plain] * a.get('scale', 1) - a[full]) <= 1e-9 * abs(a[full])
                        for plain, full in pairs if plain in a)
        if not right:
            fail(f'{record["id"]}: {row["attribute"]} does not agree with the rest')

    def _fact(self, made, record, row, value):
        for item in items(value):
            self._new_fact(made, row['attribute']).values['text'] = PLAIN.get(item, item)

    def _fact_reference(self, made, record, row, value):
        for item in items(value):
            for part in self._known_parts(item):
                fact = self._new_fact(made, row['attribute'])
                key = part if part in self.objects else self._names.get(part)
                if key in self.objects and self.objects[key].type != 'Row':
                    fact.refs['reference'] = key
                    if self.objects[key].type == 'Exhibit':
                        self.stands_in[fact.key] = key
                else:
                    fact.values['text'] = part

    def _known_parts(self, item):
        parts = item.split('、')
        return parts if all(self._names.get(part) for part in parts) else [item]

    def _fact_quantity(self, made, record, row, value):
        fact = self._new_fact(made, row['attribute'])
        quantity = self.add('Quantity', fact.key + '/quantity', fact.key, 'quantity')
        quantity.values.update(raw=str(value), low=value, high=value)

    def _in_table(self, made, record, row, value):
        """Which table a thing stands in is said by the rows of the table."""
        named = {record['id'], self.sources.said[record['id']], *names_of(record), record['attributes'].get('about')}
        for other in self.sources.of_kind('TableRow'):
            a = other['attributes']
            if a['table'] == value and named & {a.get('programme'), *a.get('companies', []), *a['cells'].values(),
                                                *(part for cell in a['cells'].values() for part in cell.split('、')),
                                                *self._measured_by(other['id'])}:
                return
        fail(f'{record["id"]}: no row of {value} is about it')

    def _measured_by(self, row):
        return {r['attributes']['about'] for r in self.sources.of_kind('Metric')
                if r['attributes'].get('table_row') == row}

    def _table_row(self, made, record, row, value):
        other = self.sources.by_key[value]
        table_ = self.sources.by_key[other['attributes']['table']]
        fact = self._new_fact(made, row['attribute'])
        fact.values['text'] = f'{table_["name"]}：{other["name"]}'
        self.stands_in[fact.key] = value

    def _new_fact(self, made, key):
        number = self._facts[made.key] = self._facts.get(made.key, 0) + 1
        fact = self.add('Fact', f'{made.key}/fact.{number}', made.key, 'facts')
        fact.values['key'] = key.replace('_', '-')
        return fact

    def _budgets(self, made, record, row, value):
        for number, budget in enumerate(value, 1):
            quantity = self.add('Quantity', f'{made.key}/budget.{number}', made.key, 'budgets')
            quantity.values.update(read_budget(budget))

    def _columns(self, made, record, row, value):
        for name in value:
            self.add('Column', f'{made.key}/{name}', made.key, 'columns').values['name'] = name

    def _cells(self, made, record, row, value):
        a = record['attributes']
        if row['attribute'] == 'values':
            if value != [number(text) for text in list(a['cells'].values())[1:]]:
                fail(f'{made.key}: values and cells differ')
            return
        measured = 'values' in a or 'total' in a
        places = {p.get('role'): p for p in record['passages']}
        for index, (column, text) in enumerate(value.items()):
            if not text:
                continue
            cell = self.add('Cell', f'{made.key}/{column}', made.key, 'cells')
            cell.refs['column'] = f'{made.container}/{column}'
            place = places[column]
            self._wording(cell, 'text', text, place['seed'], place['start'], place['end'])
            if measured and index:
                self._cell_quantity(cell, text, '%' if '占比' in column else '家')

    def _cell_quantity(self, cell, raw, unit):
        quantity = self.add('Quantity', cell.key + '/quantity', cell.key, 'quantity')
        quantity.values.update(raw=raw, low=number(raw), high=number(raw), unit=unit)

    def _subjects(self, made, record):
        """The elements a row is about: those that name the row, the programme, and the place of its name."""
        subjects = {r['id'] for r in self.sources.records
                    if r['attributes'].get('table_row') == made.key and r['kind'] != 'Metric'}
        subjects |= {self._names[name] for name in (record['name'].split('：')[0], record['name'])
                     if self._names.get(name)}
        subjects |= {r['attributes']['about'] for r in self.sources.of_kind('Metric')
                     if r['attributes'].get('table_row') == made.key}
        for column in ('依托单位', '组织机构'):
            cell = record['attributes']['cells'].get(column, '')
            subjects |= {self._names[name] for name in cell.split('、') if self._names.get(name)}
        if 'programme' in record['attributes']:
            subjects.add(record['attributes']['programme'])
        if subjects:
            made.refs['subjects'] = sorted(subjects)

    def _nodes(self, made, record, row, value):
        for label in value:
            self._node(made, label)

    def _node(self, made, label):
        key = f'{made.key}/node/{label}'
        if key not in self.objects:
            node = self.add('Node', key, made.key, 'nodes')
            node.values['label'] = label
            if self._names.get(label):
                node.refs['element'] = self._names[label]
        return key

    def _edges(self, made, record, row, value):
        if row['attribute'] == 'edges_inferred':
            return
        for number, (source, label, target) in enumerate(value, 1):
            edge = self.add('Edge', f'{made.key}/edge/{number}', made.key, 'edges')
            edge.values['label'] = label
            edge.values['inferred'] = bool(record['attributes'].get('edges_inferred'))
            edge.refs.update(source=self._node(made, source), target=self._node(made, target))

    def _elsewhere(self, made, record, row, value):
        """Said by another row: a container, a range in a pack, a subject of a row, something derived."""

    _container = _range = _row_subject = _derived = _elsewhere


def items(value):
    """A value as texts: one for each item of a list, and for each entry of a mapping."""
    if isinstance(value, dict):
        return [f'{key}：{item}' for key, item in value.items()]
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def number(text):
    return int(text.replace(',', '').removesuffix('%'))


def names_of(record):
    """Every other name a record is given: aliases, spellings, names in mentions, both sides of a stroke."""
    attributes = record['attributes']
    names = {re.sub(r'\s*\([A-Za-z].*\)$', '', alias) for alias in attributes.get('aliases', [])}
    names |= set(attributes.get('spellings', {}))
    names |= {''.join(p['quote'].split()) if not p['quote'].isascii() else p['quote']
              for p in record.get('mentions', [])}
    if '／' in record['name'] and '（' not in record['name']:
        names |= set(record['name'].split('／'))
    return {name.strip('“”') if name.count('“') else name for name in names}


def read_budget(budget):
    raw = budget['raw']
    low, high, scale, currency = BUDGET.search(raw).groups()
    low, high = float(low) * SCALES[scale], float(high or low) * SCALES[scale]
    values = {'raw': raw, 'low': int(low), 'high': int(high), 'unit': CURRENCIES[currency]}
    if '超' in raw:
        values.update(qualifier='超')
        del values['high']
    for qualifier in ('约', '左右'):
        if qualifier in raw:
            values['qualifier'] = qualifier
    if raw.startswith('每年'):
        values['per'] = '年'
    if 'phase' in budget:
        values['period'] = budget['phase']
    return values


def derived(record):
    """Relations that other objects say: practised-in, and those with a document."""
    if record['kind'] != 'Relation':
        return False
    attributes = record['attributes']
    return 'generated' in attributes or about_document(attributes)


def about_document(attributes):
    return attributes['from'].startswith('doc.') or attributes['to'].startswith('doc.')
