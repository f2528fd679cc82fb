"""What the seed scripts read: the inventory, the originals and the committed tables beside them."""

import csv
import hashlib
import json
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / 'seeds'
RUN = 30


def shared():
    """The folder with inventory.json; None where it is not on this machine."""
    named = os.environ.get('HUBMARK_ORIGINALS')
    folder = Path(named).parent if named else ROOT.parent / 'shared' / 'seeds'
    return folder if (folder / 'inventory.json').exists() else None


def fail(message):
    sys.exit('seeds: ' + message)


def table(name):
    with open(SEEDS / name, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def sha256(data):
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode('utf-8')).hexdigest()


def squeezed(text):
    return re.sub(r'\s+', '', text)


def settle(made, arguments, script):
    """Writes the files of seeds/ that a script made, or with --check says whether they are up to date."""
    if arguments == ['--check']:
        stale = [name for name, text in made.items()
                 if not (SEEDS / name).exists() or (SEEDS / name).read_text(encoding='utf-8') != text]
        if stale:
            fail(f'not up to date, run releng/seeds/{script}: ' + ', '.join(stale))
        print(f'{script}: {len(made)} files are up to date')
        return
    for name, text in made.items():
        (SEEDS / name).parent.mkdir(exist_ok=True)
        (SEEDS / name).write_text(text, encoding='utf-8', newline='\n')
    print(f'{script}: wrote {len(made)} files')


class Original:
    """One source briefing: its file and its canonical text. Offsets are code points, as in Python."""

    def __init__(self, path):
        self.name = path.name
        self.number = path.name[:3]
        self.key = 'doc.' + self.number
        self.data = path.read_bytes()
        self.text = canonical(self.data)

    def runs(self):
        text = squeezed(self.text)
        return {text[i:i + RUN] for i in range(len(text) - RUN + 1)}


def canonical(data):
    """The canonical text of a UTF-8 file; anything the reader would have to replace is refused here."""
    text = data.decode('utf-8').removeprefix('\ufeff').replace('\r\n', '\n').replace('\r', '\n')
    if re.search('[\x00-\x08\x0b-\x1f\ufffe\uffff]', text):
        fail('an original holds characters that the canonical text may not hold')
    return text


class Sources:
    """Inventory and originals, with the names that are reworded already replaced."""

    def __init__(self, folder):
        originals = [Original(path) for path in sorted((folder / 'originals').glob('*.txt'))]
        self.originals = {original.name: original for original in originals}
        self.records = json.loads((folder / 'inventory.json').read_text(encoding='utf-8'))
        self.by_key = {record['id']: record for record in self.records}
        self.said = {record['id']: record['name'] for record in self.records}
        self._reword()
        self.runs = set().union(*(original.runs() for original in originals))

    def _reword(self):
        for row in table('reworded.csv'):
            record = self.by_key.get(row['key']) or fail('reworded.csv names no record: ' + row['key'])
            record['name'] = row['name_zh'] or record['name']
            record['name_en'] = row['name_en'] or record['name_en']
        for record in self.of_kind('Metric'):
            if ': ' in (record['name_en'] or '') and '：' not in record['name']:    # as all other metrics are named
                record['name'] = record['name'].replace(' ', '：', 1)

    def of_kind(self, *kinds):
        return [record for record in self.records if record['kind'] in kinds]

    def repeats(self, text):
        """The first run of an original in a text, white space aside, or None."""
        text = squeezed(text)
        return next((text[i:i + RUN] for i in range(len(text) - RUN + 1) if text[i:i + RUN] in self.runs), None)
