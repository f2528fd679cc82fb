#!/usr/bin/env python3
"""Makes seeds/model.json, codebook.json, expected.json and packs/ from the inventory, the originals and mapping.csv.

  make_seeds.py           writes them
  make_seeds.py --check   says whether they are up to date, and whether any committed seed repeats an original

Needs inventory.json and originals/ in ../shared/seeds (or HUBMARK_ORIGINALS=<folder of the originals>). The same input
gives the same bytes. No run of 30 characters of an original, white space aside, may be in any file of seeds/; otherwise
nothing is written.
"""

import json
import sys

sys.dont_write_bytecode = True

from model import Model
from packs import Pack, expected
from sources import SEEDS, Sources, fail, settle, shared, table


def lines(values):
    """A JSON array with one value a line."""
    written = [one_line(value) for value in values]
    return '[\n' + ',\n'.join(written) + '\n]\n' if written else '[]\n'


def one_line(value):
    return json.dumps(value, ensure_ascii=False)


def sheet(content):
    """A JSON object whose lists have one item a line."""
    fields = [f'{one_line(key)}: {lines(value).rstrip() if isinstance(value, list) else one_line(value)}'
              for key, value in content.items()]
    return '{\n' + ',\n'.join(fields) + '\n}\n'


def outputs(sources):
    model = Model(sources)
    packs = [Pack(original, sources, model) for original in sources.originals.values()]
    made = {'model.json': lines(made.line() for made in model.objects.values()),
            'codebook.json': lines(table('codebook.csv')),
            'expected.json': sheet(expected(sources, packs))}
    for pack in packs:
        made[f'packs/{pack.original.number}.json'] = sheet(pack.content())
    return made


def repeats(sources, made):
    """Files that repeat an original, made or committed by hand."""
    files = {path.relative_to(SEEDS).as_posix(): path.read_text(encoding='utf-8')
             for path in sorted(SEEDS.rglob('*')) if path.is_file()}
    runs = ((name, sources.repeats(text)) for name, text in {**files, **made}.items())
    return [f'{name}: …{run}…' for name, run in runs if run]


def main(arguments):
    folder = shared() or fail('no inventory.json here; set HUBMARK_ORIGINALS to the folder of the originals')
    sources = Sources(folder)
    made = outputs(sources)
    found = repeats(sources, made)
    if found:
        fail('words of an original, not ours:\n' + '\n'.join(found))
    settle(made, arguments, 'make_seeds.py')


if __name__ == '__main__':
    main(sys.argv[1:])
