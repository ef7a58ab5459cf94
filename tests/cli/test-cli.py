#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs the built inkling-cli as people do: every command, its JSON keys, its exit codes, what it
leaves behind on errors. Real exports are used where ../shared is there. Prints TAP."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import zlib
import time
import traceback
import xml.etree.ElementTree
import zipfile

CLI = os.path.abspath(sys.argv[1])
DATA = os.path.join(os.path.abspath(os.environ['G_TEST_SRCDIR']), 'data', 'import')
SHARED = os.path.join(os.path.abspath(os.environ.get('INK_SHARED', 'absent')), 'data')
DONE, FAILED, USAGE = 0, 1, 2
MAIN_STEPS = ['look', 'cart', 'buy']


class Skip(Exception):
    pass


def run(*args, code=DONE):
    """Runs the program; gives standard output and standard error."""
    done = subprocess.run([CLI, *map(str, args)], capture_output=True, text=True, timeout=120)
    assert done.returncode == code, f'{args}: exit code {done.returncode}, not {code}\n{done.stderr}'
    if code != DONE:
        assert done.stdout == '', f'{args}: wrote to standard output: {done.stdout[:200]}'
        assert done.stderr.strip(), f'{args}: fails without a word'
    return done.stdout, done.stderr


def run_json(*args):
    """Standard output must be one JSON object, and nothing else."""
    found = json.loads(run(*args)[0])
    assert isinstance(found, dict), f'{args}: no object'
    return found


def has(found, *keys):
    missing = [key for key in keys if key not in found]
    assert not missing, f'no {missing} in {sorted(found)}'


def same(found, wanted):
    assert found == wanted, f'{found!r} is not {wanted!r}'


def write(name, content):
    with open(name, 'w', encoding='utf-8') as file:
        file.write(content if isinstance(content, str) else json.dumps(content))
    return name


def shared(*path):
    found = os.path.join(SHARED, *path)
    if not os.path.exists(found):
        raise Skip('the shared data is not here')
    return found


def make_shop(name='shop.inkling'):
    """Ten people look, six of them have a cart, three of these buy, one of those a day later."""
    rows = ['who,event,time,channel,value']
    for i in range(10):
        channel = 'ads' if i % 2 else 'search'
        rows.append(f'p{i},look,2026-07-01T09:00:0{i}Z,{channel},')
        if i < 6:
            rows.append(f'p{i},cart,2026-07-01T09:10:0{i}Z,{channel},')
        if i < 3:
            rows.append(f'p{i},buy,2026-07-0{2 if i == 2 else 1}T09:20:0{i}Z,{channel},9.50')
    run('import', name, write('shop.csv', '\n'.join(rows) + '\n'))
    run('define', name, write('shop.json', {
        'inkling': 1,
        'goals': [{'name': 'Purchase', 'kind': 'macro', 'rule': {'does': 'buy'}}],
        'personas': [{'name': 'From ads', 'rule': {
            'does': 'look', 'where': [{'prop': 'channel', 'op': 'is', 'value': 'ads'}]}}],
        'funnels': [{'name': 'Look to buy',
                     'steps': [{'does': 'look'}, {'does': 'cart'}, {'goal': 'Purchase'}]}]}))
    return name


def people_of(funnel):
    return [step['people'] for step in funnel['steps']]


def test_help():
    commands = ['import', 'describe', 'define', 'definitions', 'goals', 'personas', 'funnel',
                'explain', 'chart', 'events', 'check', 'sample', 'forget']
    text = run('--help')[0]
    for command in commands:
        assert f'  {command} ' in text, command
        assert 'Usage:' in run(command, '--help')[0]
    assert run('--version')[0].startswith('Inkling ')


def test_usage():
    make_shop()
    for args in ([], ['nonsense'], ['import'], ['import', 'x.inkling'], ['describe'],
                 ['describe', 'shop.inkling', 'more'], ['describe', 'shop.inkling', '--nonsense'],
                 ['define', 'shop.inkling'], ['funnel', 'shop.inkling'],
                 ['funnel', 'shop.inkling', 'Look to buy', '--steps', 'shop.json'],
                 ['funnel', 'shop.inkling', 'Look to buy', '--from', 'yesterday'],
                 ['explain', 'shop.inkling', 'p1'],
                 ['explain', 'shop.inkling', 'p1', '--goal', 'Purchase', '--persona', 'From ads'],
                 ['chart', 'shop.inkling', 'funnel', 'Look to buy'],
                 ['chart', 'shop.inkling', 'pie', 'Look to buy', '--output', 'x.svg'],
                 ['chart', 'shop.inkling', 'funnel', 'Look to buy', '--output', 'x.gif'],
                 ['chart', 'shop.inkling', 'funnel', 'Look to buy', '--output', 'x.png',
                  '--scale', '5'],
                 ['chart', 'shop.inkling', 'funnel', 'Look to buy', '--output', 'x.png',
                  '--theme', 'neon'],
                 ['events', 'shop.inkling'], ['events', 'shop.inkling', '--output', 'x.txt'],
                 ['check'], ['forget', 'shop.inkling'], ['sample'],
                 ['sample', 'x.inkling', '--people', '0'],
                 ['import', 'x.inkling', 'shop.csv', '--privacy', 'maybe'],
                 ['import', 'x.inkling', 'shop.csv', '--date-order', 'ymd'],
                 ['import', 'x.inkling', 'shop.csv', '--time-zone', 'Mars/Base'],
                 ['import', 'x.inkling', 'shop.csv', '--source', 'nonsense'],
                 ['import', 'x.inkling', 'shop.csv', '--map', 'nonsense=who'],
                 ['import', 'x.inkling', 'shop.csv', '--map', 'who']):
        run(*args, code=USAGE)
    assert not [name for name in os.listdir('.') if name.startswith('x.')]


def test_could_not():
    make_shop()
    write('empty.csv', '')
    write('foreign.inkling', 'not a project\n')
    before = open('shop.inkling', 'rb').read()
    files = sorted(os.listdir('.'))
    for args in (['import', 'x.inkling', 'absent.csv'], ['import', 'x.inkling', 'empty.csv'],
                 ['import', 'x.inkling', '.'], ['import', 'x.inkling', 'shop.csv', 'absent.csv'],
                 ['import', 'nowhere/x.inkling', 'shop.csv'],
                 ['import', 'shop.inkling', 'shop.csv', 'empty.csv'],
                 ['import', 'foreign.inkling', 'shop.csv'],
                 ['describe', 'absent.inkling'], ['describe', 'foreign.inkling', '--json'],
                 ['describe', 'empty.csv'], ['describe', '.'],
                 ['define', 'shop.inkling', 'absent.json'],
                 ['goals', 'absent.inkling', '--json'], ['personas', 'absent.inkling', '--json'],
                 ['funnel', 'shop.inkling', 'Nothing'], ['funnel', 'shop.inkling', '--steps', 'no'],
                 ['funnel', 'shop.inkling', 'Look to buy', '--persona', 'Nobody'],
                 ['explain', 'shop.inkling', 'nobody', '--goal', 'Purchase'],
                 ['explain', 'shop.inkling', 'p1', '--goal', 'Nothing'],
                 ['explain', 'shop.inkling', 'p1', '--persona', 'Nothing'],
                 ['chart', 'shop.inkling', 'funnel', 'Nothing', '--output', 'x.svg'],
                 ['chart', 'shop.inkling', 'funnel', 'Look to buy', '--output', 'nowhere/x.svg'],
                 ['events', 'shop.inkling', '--output', 'nowhere/x.csv'],
                 ['check', 'foreign.inkling'], ['check', 'absent.inkling'],
                 ['forget', 'shop.inkling', 'nobody'],
                 ['sample', 'shop.inkling', '--people', '5'],
                 ['sample', 'nowhere/x.inkling', '--people', '5']):
        run(*args, code=FAILED)
    same(open('shop.inkling', 'rb').read(), before)
    same(sorted(os.listdir('.')), files)


def test_import():
    write('a.csv', 'user,what,when,page\nu1,open,2026-01-01T10:00:00Z,/\nu1,buy,2026-01-02,/b\n'
                   'u2,open,soon,/\n')
    found = run_json('import', 'p.inkling', 'a.csv', '--json', '--map', 'who=user', '--map',
                     'event=what', '--map', 'time=when')
    has(found, 'file', 'format', 'format_reason', 'rows', 'imported', 'repeats', 'rejected',
        'ids_merged', 'events', 'people', 'new_people', 'first', 'last', 'roles', 'quality',
        'personal_data')
    same((found['rows'], found['imported'], found['repeats']), (3, 2, 0))
    same([row['line'] for row in found['rejected']], [4])
    assert found['rejected'][0]['reason']
    same(found['roles'], {'user': 'who', 'what': 'event', 'when': 'time', 'page': 'page'})
    same((found['events'], found['people'], found['new_people']), (2, 1, 1))
    again = run_json('import', 'p.inkling', 'a.csv', '--json', '--map', 'who=user', '--map',
                     'event=what', '--map', 'time=when')
    same((again['imported'], again['repeats'], again['events']), (0, 2, 0))
    same(run_json('describe', 'p.inkling', '--json')['events'], 2)


def test_import_several():
    write('one.csv', 'user,event,time\nu1,a,2026-01-01T10:00:00Z\n')
    write('two.csv', 'user,event,time\nu1,a,2026-01-01T10:00:00Z\nu2,b,2026-01-01T11:00:00Z\n')
    found = run_json('import', 'p.inkling', 'one.csv', 'two.csv', '--json')
    same([(one['rows'], one['repeats']) for one in found['sources']], [(1, 0), (2, 1)])
    same(run_json('describe', 'p.inkling', '--json')['people'], 2)


def test_dry_run():
    write('a.csv', 'user,event,time\nu1,a,2026-01-01T10:00:00Z\n')
    same(run_json('import', 'p.inkling', 'a.csv', '--dry-run', '--json')['imported'], 1)
    assert not os.path.exists('p.inkling')
    run('import', 'p.inkling', 'a.csv')
    before = open('p.inkling', 'rb').read()
    write('b.csv', 'user,event,time\nu9,a,2026-01-01T10:00:00Z\n')
    run('import', 'p.inkling', 'b.csv', '--dry-run')
    same(open('p.inkling', 'rb').read(), before)


def test_import_options():
    write('a.csv', 'mail,event,time\na@b.org,x,01/02/2026 10:00\n')
    args = ['import', 'p.inkling', 'a.csv', '--dry-run', '--json', '--map', 'who=mail']
    found = run_json(*args, '--date-order', 'dmy', '--time-zone', 'Europe/Berlin')
    same(found['first'], '2026-02-01T09:00:00.000Z')
    found = run_json(*args, '--date-order', 'mdy')
    same(found['first'], '2026-01-02T10:00:00.000Z')
    same([personal['done'] for personal in found['personal_data']], ['pseudonyms'])
    found = run_json(*args, '--date-order', 'mdy', '--privacy', 'off')
    same([personal['done'] for personal in found['personal_data']], ['kept'])
    found = run_json('import', 'p.inkling', 'a.csv', '--dry-run', '--json', '--date-order', 'dmy',
                     '--map', 'who=mail', '--map', 'event=@Seen')
    same(found['events'], 1)


def test_people_table():
    """Shares are of all rows of a table of people, also of those who say yes to nothing."""
    rows = [f'L{i},{1 if i < 3 else 0},{"web" if i % 2 else "fair"}' for i in range(8)]
    write('leads.csv', 'Lead ID,Converted,Source\n' + '\n'.join(rows) + '\n')
    run('import', 'p.inkling', 'leads.csv')
    run('import', 'p.inkling', 'leads.csv')
    found = run_json('describe', 'p.inkling', '--json')
    same((found['people'], found['first'], found['last']), (8, None, None))
    same({event['name']: event['people'] for event in found['event_names']},
         {'Lead': 8, 'Converted': 3})
    run('define', 'p.inkling', write('d.json', {'inkling': 1, 'goals': [
        {'name': 'Won', 'kind': 'macro', 'rule': {'does': 'Converted'}}]}))
    same(run_json('goals', 'p.inkling', '--json')['goals'][0]['share'], 3 / 8)


def test_people_without_ids():
    write('visits.csv', 'Pages,Weekend,Revenue\n3,FALSE,TRUE\n5,TRUE,FALSE\n1,FALSE,FALSE\n')
    run('import', 'p.inkling', 'visits.csv', '--map', 'event=@Visit')
    found = run_json('describe', 'p.inkling', '--json')
    same({event['name']: event['people'] for event in found['event_names']},
         {'Visit': 3, 'Weekend': 1, 'Revenue': 1})


def test_full_output():
    make_shop()
    if not os.path.exists('/dev/full'):
        raise Skip('no /dev/full')
    with open('/dev/full', 'w', encoding='utf-8') as full:
        done = subprocess.run([CLI, 'describe', 'shop.inkling', '--json'], stdout=full,
                              stderr=subprocess.PIPE, timeout=60)
    same(done.returncode, FAILED)


def test_joined_table():
    """A table that only describes the people of other files adds no event, in either order."""
    write('users.csv', 'user_id,date,device\nu1,2026-01-01,phone\nu2,2026-01-02,desk\n')
    write('home.csv', 'user_id,page\nu1,home\nu2,home\n')
    for first, second in (('users.csv', 'home.csv'), ('home.csv', 'users.csv')):
        name = f'{first}.inkling'
        run('import', name, first)
        run('import', name, second)
        found = run_json('describe', name, '--json')
        same((found['events'], found['people']), (2, 2))
        same((found['first'], found['last']),
             ('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'))


def test_describe():
    found = run_json('describe', make_shop(), '--json')
    has(found, 'events', 'people', 'first', 'last', 'event_names', 'properties', 'sources')
    same((found['events'], found['people']), (19, 10))
    same(found['first'], '2026-07-01T09:00:00.000Z')
    same(found['last'], '2026-07-02T09:20:02.000Z')
    same({event['name']: (event['events'], event['people']) for event in found['event_names']},
         {'look': (10, 10), 'cart': (6, 6), 'buy': (3, 3)})
    for known in found['properties']:
        has(known, 'name', 'type', 'distinct', 'filled', 'on')
    same([(known['type'], known['distinct'], known['filled'], known['on'])
          for known in found['properties'] if known['name'] == 'channel'],
         [('text', 2, 19, 'event')])
    same([(source['file'], source['rows']) for source in found['sources']], [('shop.csv', 19)])
    assert '19 events of 10 people' in run('describe', 'shop.inkling')[0]


def test_define():
    name = make_shop()
    written = run('definitions', name)[0]
    shutil.copy(name, 'other.inkling')
    run('define', 'other.inkling', write('again.json', written), '--replace')
    same(run('definitions', 'other.inkling')[0], written)
    more = {'inkling': 1, 'goals': [{'name': 'Cart', 'kind': 'micro', 'rule': {'does': 'cart'}}]}
    run('define', name, write('more.json', more))
    same([goal['name'] for goal in run_json('definitions', name)['goals']], ['Purchase', 'Cart'])
    run('define', name, 'more.json', '--replace')
    found = run_json('definitions', name)
    same([goal['name'] for goal in found['goals']], ['Cart'])
    assert not found.get('funnels')


def test_define_refuses():
    name = make_shop()
    before = run('definitions', name)[0]
    good = {'name': 'Good', 'kind': 'micro', 'rule': {'does': 'cart'}}
    for rule, *words in (({'does': 'crat'}, '(goals[1].rule.does)', "'cart'"),
                         ({'does': 'buy', 'where': [{'prop': 'channel', 'op': 'isnt',
                                                     'value': 'a'}]},
                          '(goals[1].rule.where[0].op)', 'line 1, column'),
                         ({'goal': 'Purchas'}, '(goals[1].rule.goal)', "'Purchase'")):
        bad = {'name': 'Bad', 'kind': 'micro', 'rule': rule}
        write('bad.json', {'inkling': 1, 'goals': [good, bad]})
        said = run('define', name, 'bad.json', code=FAILED)[1]
        for word in words:
            assert word in said, f'no {word} in: {said}'
    run('define', name, write('bad.json', '{"inkling": 1} more'), code=FAILED)
    run('define', name, write('bad.json', '{"inkling": 1, "inkling": 1}'), code=FAILED)
    same(run('definitions', name)[0], before)


def test_goals():
    found = run_json('goals', make_shop(), '--json')
    same(found['people'], 10)
    goal = found['goals'][0]
    has(goal, 'name', 'kind', 'stage', 'people', 'share', 'completions', 'first', 'last')
    same((goal['people'], goal['share'], goal['completions']), (3, 0.3, 3))
    assert 'Purchase' in run('goals', 'shop.inkling')[0]


def test_personas():
    found = run_json('personas', make_shop(), '--json')
    same(found, {'people': 10, 'personas': [
        {'name': 'From ads', 'people': 5, 'share': 0.5},
        {'name': 'Everyone else', 'people': 5, 'share': 0.5}]})
    assert 'Everyone else' in run('personas', 'shop.inkling')[0]


def test_funnel():
    name = make_shop()
    found = run_json('funnel', name, 'Look to buy', '--json')
    has(found, 'funnel', 'entered', 'steps', 'still_under_way', 'settled', 'histogram', 'groups')
    same((found['funnel'], found['entered']), ('Look to buy', 10))
    same(people_of(found), [10, 6, 3])
    for step in found['steps']:
        has(step, 'name', 'people', 'of_first', 'of_first_range', 'of_previous',
            'of_previous_range', 'median_seconds', 'mean_seconds')
    same((found['steps'][0]['of_first'], found['steps'][0]['of_first_range']), (1.0, None))
    same((found['steps'][2]['of_first'], found['steps'][2]['of_previous']), (0.3, 0.5))
    same(found['steps'][1]['median_seconds'], 600)
    same(sum(found['histogram']['people']), 3)
    people = run_json('funnel', name, 'Look to buy', '--people', '--json')
    same([sorted(step['people_at']) for step in people['steps']][2], ['p0', 'p1', 'p2'])
    same([sorted(step['dropped_before']) for step in people['steps']],
         [[], ['p6', 'p7', 'p8', 'p9'], ['p3', 'p4', 'p5']])
    same(people_of(run_json('funnel', name, 'Look to buy', '--persona', 'From ads', '--json')),
         [5, 3, 1])
    same(people_of(run_json('funnel', name, 'Look to buy', '--from', '2026-07-02', '--json')),
         [0, 0, 0])
    same(people_of(run_json('funnel', name, 'Look to buy', '--to', '2026-07-01', '--json')),
         [10, 6, 3])
    assert 'cart' in run('funnel', name, 'Look to buy')[0]


def test_funnel_steps():
    name = make_shop()
    steps = [{'does': step} for step in MAIN_STEPS]
    write('f.json', {'name': 'F', 'steps': steps, 'within': {'hours': 1},
                     'compare': {'by': 'property', 'prop': 'channel'}})
    found = run_json('funnel', name, '--steps', 'f.json', '--json')
    same(people_of(found), [10, 6, 2])
    same({group: people_of(one) for group, one in found['groups'].items()},
         {'search': [5, 3, 1], 'ads': [5, 3, 1]})
    write('f.json', {'name': 'F', 'steps': [{'does': 'look'}, {'does': 'nothing'}]})
    out, said = run('funnel', name, '--steps', 'f.json', '--json')
    same(people_of(json.loads(out)), [10, 0])
    assert "'nothing'" in said


def test_explain():
    name = make_shop()
    for person, reached, stopped in (('p0', 3, None), ('p4', 2, 'Purchase')):
        found = run_json('explain', name, person, '--funnel', 'Look to buy')
        has(found, 'person', 'answer', 'sentences', 'steps', 'stopped_by')
        same((found['person'], found['answer'], found['stopped_by']), (person, True, stopped))
        same([step['event'] for step in found['steps']], MAIN_STEPS[:reached])
        assert found['sentences']
    same(run_json('explain', name, 'p0', '--goal', 'Purchase')['answer'], True)
    same(run_json('explain', name, 'p9', '--goal', 'Purchase')['answer'], False)
    same(run_json('explain', name, 'p1', '--persona', 'From ads', '--json')['answer'], True)
    same(run_json('explain', name, 'p2', '--persona', 'From ads')['answer'], False)


def test_chart():
    name = make_shop()
    starts = {'svg': b'<?xml', 'png': b'\x89PNG', 'pdf': b'%PDF'}
    for kind in ('funnel', 'groups', 'trend', 'histogram'):
        for ending, start in starts.items():
            run('chart', name, kind, 'Look to buy', '--output', f'c.{ending}')
            with open(f'c.{ending}', 'rb') as file:
                same(file.read(len(start)), start)
        run('chart', name, kind, 'Look to buy', '--output', 'c.csv')
        assert len(list(csv.reader(open('c.csv', encoding='utf-8')))) > 1
    for theme in ('light', 'dark', 'contrast', 'slide', 'print'):
        run('chart', name, 'funnel', 'Look to buy', '--output', 'c.svg', '--theme', theme)
    run('chart', name, 'funnel', 'Look to buy', '--output', 'c.png', '--width', 300, '--height',
        200, '--scale', 3, '--transparent')
    with open('c.png', 'rb') as file:
        head = file.read(24)
    same((int.from_bytes(head[16:20], 'big'), int.from_bytes(head[20:24], 'big')), (900, 600))


def read_csv(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.reader(file))


def read_workbook(path):
    """The first sheet's rows, without what is empty."""
    space = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    with zipfile.ZipFile(path) as file:
        sheet = xml.etree.ElementTree.fromstring(file.read('xl/worksheets/sheet1.xml'))
    rows = [[''.join(cell.itertext()) for cell in row] for row in sheet.iter(space + 'row')]
    return [[cell for cell in row if cell] for row in rows]


def alike(one, other):
    """The same text, or the same number in other digits; a workbook counts days since 1900."""
    if one == other or other[4:5] == '-' and other[10:11] == 'T':
        return True
    try:
        return abs(float(one) - float(other)) < 1e-9
    except ValueError:
        return False


def test_table():
    name = make_shop()
    expected = {
        ('events',): [['look', '10', '10'], ['cart', '6', '6'], ['buy', '3', '3']],
        ('events', '--persona', 'From ads'): [['look', '5', '5'], ['cart', '3', '3'],
                                              ['buy', '1', '1']],
        ('events', '--from', '2026-07-02'): [['buy', '1', '1']],
        ('people',): [[f'p{i}', 'From ads' if i % 2 else 'Everyone else',
                       '3' if i < 3 else '2' if i < 6 else '1'] for i in range(10)],
        ('people', '--to', '2026-07-01', '--persona', 'From ads'):
            [['p1', 'From ads', '3'], ['p3', 'From ads', '2'], ['p5', 'From ads', '2'],
             ['p7', 'From ads', '1'], ['p9', 'From ads', '1']],
        ('goals',): [['Purchase', 'macro', '', '3', '0.3']],
        ('personas',): [['From ads', '5', '0.5'], ['Everyone else', '5', '0.5']],
        ('properties',): None,
        ('funnel', 'Look to buy'): None,
        ('indicators',): [],
    }
    for args, rows in expected.items():
        run('table', name, *args, '--output', 't.csv')
        run('table', name, *args, '--output', 't.xlsx')
        found = read_csv('t.csv')
        assert len(set(found[0])) == len(found[0]), f'{args}: two columns are called alike'
        if rows is not None:
            same([row[:len(wanted)] for row, wanted in zip(found[1:], rows)], rows)
            same(len(found), len(rows) + 1)
        sheet = read_workbook('t.xlsx')
        same(len(sheet), len(found))
        for cells, wanted in zip(sheet, found):
            wanted = [cell for cell in wanted if cell]
            same(len(cells), len(wanted))
            assert all(map(alike, cells, wanted)), f'{args}: {cells} is not {wanted}'
    run('table', name, 'funnel', 'Look to buy', '--output', 't.csv')
    steps = run_json('funnel', name, 'Look to buy', '--json')['steps']
    rows = [dict(zip(['group', 'step', 'people'], row)) for row in read_csv('t.csv')[1:]]
    same([row['people'] for row in rows], [str(step['people']) for step in steps])
    same(os.stat('t.csv').st_mode & 0o077, 0)
    for wrong in (('no-such', '--output', 't.csv'), ('events', '--output', 't.svg'), ('events',),
                  ('funnel', '--output', 't.csv'), ('goals', 'Purchase', '--output', 't.csv'),
                  ('goals', '--from', '2026-07-01', '--output', 't.csv')):
        run('table', name, *wrong, code=USAGE)
    run('table', name, 'funnel', 'Look to by', '--output', 'n.csv', code=FAILED)
    run('table', name, 'events', '--output', 'absent/n.csv', code=FAILED)
    assert not os.path.exists('n.csv')


def read_png(path):
    """Its size, and whether its first pixel lets through what is behind it."""
    with open(path, 'rb') as file:
        data = file.read()
    packed, at = b'', 8
    while at < len(data):
        length = int.from_bytes(data[at:at + 4], 'big')
        if data[at + 4:at + 8] == b'IDAT':
            packed += data[at + 8:at + 8 + length]
        at += 12 + length
    pixels = zlib.decompress(packed)
    assert data[25] == 6 or data[25] == 2, data[25]
    return (int.from_bytes(data[16:20], 'big'), int.from_bytes(data[20:24], 'big'),
            data[25] == 6 and pixels[4] == 0)


def test_chart_presets():
    name = make_shop()
    sizes = {'slide': (960, 540), 'half-slide': (468, 440), 'square': (540, 540)}
    for preset, (width, height) in sizes.items():
        run('chart', name, 'funnel', 'Look to buy', '--preset', preset, '--scale', 1, '--output',
            'p.png')
        same(read_png('p.png'), (width, height, False))
    run('chart', name, 'funnel', 'Look to buy', '--preset', 'document', '--scale', 1, '--dark',
        '--transparent', '--output', 'p.png')
    width, height, see_through = read_png('p.png')
    assert width == 454 and 300 <= height <= 680 and see_through
    for wrong in (('--preset', 'poster'), ('--preset', 'slide', '--width', 300),
                  ('--dark', '--theme', 'light')):
        run('chart', name, 'funnel', 'Look to buy', '--output', 'p.png', *wrong, code=USAGE)


def test_indicators():
    """The sample's busywork is named as such; sentences and JSON agree; charts take the main goal."""
    run('sample', 'i.inkling', '--people', 5000, '--seed', 1)
    found = run_json('indicators', 'i.inkling', '--macro', 'Demo booked', '--json')
    same(found['macro'], 'Demo booked')
    rows = {row['micro']: row for row in found['indicators']}
    same(len(rows), 9)
    same(rows['Copy code snippet']['verdict'], 'Busywork')
    same(rows['Template download']['verdict'], 'Leading indicator')
    assert rows['Template download']['range'][0] > 1
    assert rows['Template download']['more_people'] is None
    assert 'table_without_times' not in found and 'short_journeys' not in found
    text = run('indicators', 'i.inkling')[0]
    for row in rows.values():
        assert row['sentence'] in text, row['sentence']
    assert '×' in text and '\u00a0–\u2060\u00a0' in text and 'times as often' in text
    for kind in ('indicators', 'map', 'personas-grid', 'overlap'):
        run('chart', 'i.inkling', kind, '--output', 'i.svg')
        run('chart', 'i.inkling', kind, 'Demo booked', '--output', 'i.csv')
        assert len(list(csv.reader(open('i.csv', encoding='utf-8')))) >= 9
    run('chart', 'i.inkling', 'overlap', '--steps', 'i.csv', '--output', 'x.svg', code=USAGE)
    run('indicators', 'i.inkling', '--macro', 'Demo boked', code=FAILED)


def test_table_without_times():
    """One row a person: what goes together, other words, and a doubtful column is asked about."""
    rows = ['id,plan,minutes,called,bought,note']
    for i in range(600):
        bought = i % 5 < (3 if i % 2 else 1)
        rows.append(f'p{i},{"big" if i % 3 else "small"},{i % 40}.5,{"yes" if i % 2 else "no"},'
                    f'{"yes" if bought else "no"},{"won" if bought else "open"}')
    run('import', 't.inkling', write('t.csv', '\n'.join(rows) + '\n'))
    run('define', 't.inkling', write('t.json', {'inkling': 1, 'goals': [
        {'name': 'Buys', 'kind': 'macro', 'rule': {'does': 'bought'}},
        {'name': 'Called', 'kind': 'micro', 'rule': {'does': 'called'}}]}))
    found = run_json('indicators', 't.inkling', '--macro', 'Buys', '--json')
    same(found['indicators'], [])
    table = found['table_without_times']
    same((table['rows'], table['converted']), (600, 240))
    same([(row['micro'], row['table'], row['verdict']) for row in table['indicators']],
         [('Called', [180, 120, 60, 240], 'More often')])
    same([column['column'] for column in table['columns'] if column['check_this_column']], ['note'])
    same(table['columns'][-1]['column'], 'note')
    text = run('indicators', 't.inkling')[0]
    assert text.startswith('No times in this file'), text
    assert 'lead' not in text.lower(), text


def test_events():
    """Out and into an empty project: the same events, people and properties."""
    path = os.path.join(DATA, 'inkling')
    sources = [os.path.join(path, name) for name in sorted(os.listdir(path))
               if name.endswith('.in')][:1] + [None]
    for i, source in enumerate(sources):
        name = f'from{i}.inkling'
        make_shop(name) if source is None else run('import', name, source)
        before = run_json('describe', name, '--json')
        for ending in ('ndjson', 'csv') if source is None else ('ndjson',):
            run('events', name, '--output', f'e{i}.{ending}')
            run('import', f'{i}.{ending}.inkling', f'e{i}.{ending}')
            after = run_json('describe', f'{i}.{ending}.inkling', '--json')
            for key in before:
                if isinstance(before[key], list) and key != 'sources':
                    before[key].sort(key=lambda one: (one['name'], one.get('on', '')))
                    after[key].sort(key=lambda one: (one['name'], one.get('on', '')))
                if key != 'sources':
                    same(after[key], before[key])


def test_check():
    name = make_shop()
    run('check', name)
    content = open(name, 'rb').read()
    page = int.from_bytes(content[16:18], 'big')
    for what, damaged in (('cut', content[:len(content) // 2]),
                          ('blank', content[:page] + bytes(page) + content[2 * page:]),
                          ('header', bytes(100) + content[100:])):
        with open(f'{what}.inkling', 'wb') as file:
            file.write(damaged)
        done = subprocess.run([CLI, 'check', f'{what}.inkling'], capture_output=True, timeout=60)
        same(done.returncode, FAILED)
        assert done.stdout or done.stderr


def test_forget():
    name = make_shop()
    run('forget', name, 'p2')
    found = run_json('describe', name, '--json')
    same((found['people'], found['events']), (9, 16))
    run('explain', name, 'p2', '--goal', 'Purchase', code=FAILED)
    with open(name, 'rb') as file:
        assert b'p2' not in file.read()
    run('check', name)


def test_sample():
    run('sample', 's.inkling', '--people', 200)
    found = run_json('describe', 's.inkling', '--json')
    same(found['people'], 200)
    same(len(run_json('personas', 's.inkling', '--json')['personas']), 4)
    assert run_json('definitions', 's.inkling')['funnels']
    for name in ('a.csv', 'b.csv'):
        run('sample', '--people', 200, '--seed', 7, '--events-only', name)
    same(open('a.csv', 'rb').read(), open('b.csv', 'rb').read())
    json.load(open('a-truth.json', encoding='utf-8'))
    run('sample', 'tiny.inkling', '--people', 1)
    same(run_json('describe', 'tiny.inkling', '--json')['people'], 1)


def test_stop():
    """Ctrl+C leaves neither a project nor half a file."""
    run('sample', '--people', 8000, '--events-only', 'big.csv')
    run('import', 'big.inkling', 'big.csv')
    files = sorted(os.listdir('.'))
    for args in (['import', 'x.inkling', 'big.csv'], ['events', 'big.inkling', '--output', 'x.csv'],
                 ['sample', 'x.inkling', '--people', 20000],
                 ['sample', '--people', 20000, '--events-only', 'x.csv']):
        started = subprocess.Popen([CLI, *map(str, args)], stderr=subprocess.PIPE)
        time.sleep(0.12)
        started.send_signal(signal.SIGINT)
        started.communicate(timeout=60)
        if started.returncode != DONE:
            same(sorted(os.listdir('.')), files)
        else:
            for name in set(os.listdir('.')) - set(files):
                os.remove(name)


def test_read_only():
    if os.geteuid() == 0:
        raise Skip('root may write everywhere')
    make_shop()
    os.mkdir('locked')
    shutil.copy('shop.inkling', 'locked')
    os.chmod('locked', 0o555)
    run('describe', 'locked/shop.inkling')
    run('import', 'locked/new.inkling', 'shop.csv', code=FAILED)
    same(os.listdir('locked'), ['shop.inkling'])
    os.chmod('locked', 0o755)


def test_did_you_mean():
    make_shop()
    run('define', 'shop.inkling', write('more.json', {'inkling': 1, 'goals': [
        {'name': 'Bought twice', 'kind': 'macro', 'rule': {'does': 'buy', 'times': {'at_least': 2}}}],
        'personas': [{'name': 'Searcher', 'rule': {'does': 'look'}}],
        'funnels': [{'name': 'Way to buy', 'steps': [{'does': 'look'}, {'does': 'buy'}]}]}))
    steps = write('steps.json', {'name': 'S', 'steps': [{'does': 'lok'}, {'does': 'buy'}]})
    for meant, code, *args in (
            ('Way to buy', FAILED, 'funnel', 'shop.inkling', 'Way to by'),
            ('Way to buy', FAILED, 'chart', 'shop.inkling', 'trend', 'way to buy', '--output', 'a.svg'),
            ('Searcher', FAILED, 'funnel', 'shop.inkling', 'Way to buy', '--persona', 'Seacher'),
            ('Everyone else', FAILED, 'explain', 'shop.inkling', 'p1', '--persona', 'Everybody else'),
            ('Bought twice', FAILED, 'explain', 'shop.inkling', 'p1', '--goal', 'Bougth twice'),
            ('Way to buy', FAILED, 'explain', 'shop.inkling', 'p1', '--funnel', 'Way to'),
            ('look', DONE, 'funnel', 'shop.inkling', '--steps', steps),
            ('funnel', USAGE, 'funnl', 'shop.inkling'),
            ('--persona', USAGE, 'funnel', 'shop.inkling', 'Way to buy', '--persna=Searcher')):
        said = run(*args, code=code)[1]
        assert f"Did you mean '{meant}'?" in said, f'{args}: {said}'
    said = run('funnel', 'shop.inkling', 'xyz', code=FAILED)[1]
    assert "'Way to buy'" in said and 'Did you mean' not in said, said


def test_ga360():
    run('import', 'p.inkling', shared('ga360-sessions', 'hits_flat.csv.gz'))
    found = run_json('describe', 'p.inkling', '--json')
    same((found['events'], found['people']), (13233, 2293))
    same((found['first'][:19], found['last'][:19]), ('2017-08-01T07:00:40', '2017-08-02T06:59:53'))
    names = ['product_detail_view', 'add_to_cart', 'checkout', 'purchase']
    people = {event['name']: event['people'] for event in found['event_names']}
    same([people[name] for name in names], [394, 158, 91, 42])
    funnel = {'name': 'Purchase', 'steps': [{'does': name} for name in names]}
    same(people_of(run_json('funnel', 'p.inkling', '--steps', write('f.json', funnel), '--json')),
         [394, 133, 67, 30])
    run('define', 'p.inkling', write('d.json', {'inkling': 1, 'funnels': [funnel]}))
    found = run_json('funnel', 'p.inkling', 'Purchase', '--people', '--json')
    same(people_of(found), [394, 133, 67, 30])
    same([len(step['people_at']) for step in found['steps']], [394, 133, 67, 30])
    run('chart', 'p.inkling', 'funnel', 'Purchase', '--output', 'f.svg')
    with open('f.svg', encoding='utf-8') as file:
        assert '</svg>' in file.read()


def test_ecommerce():
    pages = ['home_page', 'search_page', 'payment_page', 'payment_confirmation']
    files = [shared('ecommerce-funnel', f'{page}_table.csv.gz') for page in ['user', *pages]]
    run('import', 'p.inkling', *files)
    funnel = {'name': 'F', 'compare': {'by': 'person', 'prop': 'device'}, 'steps': [
        {'does': name} for name in [*pages[:3], 'payment_confirmation_page']]}
    found = run_json('funnel', 'p.inkling', '--steps', write('f.json', funnel), '--json')
    same(people_of(found), [90400, 45200, 6030, 452])
    same({name: people_of(one) for name, one in found['groups'].items()},
         {'Desktop': [60200, 30100, 3010, 150], 'Mobile': [30200, 15100, 3020, 302]})


def test_tables():
    run('import', 'l.inkling', shared('leads-x-education', 'Lead_Scoring.csv.gz'))
    run('import', 's.inkling', shared('online-shoppers', 'online_shoppers_intention.csv.gz'))
    for name, goal, people, share in (('l', 'Converted', 9240, 3561 / 9240),
                                      ('s', 'Revenue', 12330, 1908 / 12330)):
        run('define', f'{name}.inkling', write('d.json', {'inkling': 1, 'goals': [
            {'name': 'Won', 'kind': 'macro', 'rule': {'does': goal}}]}))
        found = run_json('goals', f'{name}.inkling', '--json')
        same((found['people'], found['goals'][0]['share']), (people, share))


def test_ga4():
    run('import', 'p.inkling', shared('ga4-bigquery', 'events_20201101_20201231.ndjson.gz'))
    found = run_json('describe', 'p.inkling', '--json')
    same((found['events'], found['people']), (17453, 13526))
    people = {event['name']: event['people'] for event in found['event_names']}
    same((people['purchase'], people['page_view']), (490, 4709))


def main():
    tests = [(name[5:], test) for name, test in globals().items() if name.startswith('test_')]
    failed = 0
    print(f'1..{len(tests)}')
    for number, (name, test) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            home = os.getcwd()
            os.chdir(folder)
            os.environ['XDG_DATA_HOME'] = os.path.join(folder, '.data')
            os.mkdir('work')
            os.chdir('work')
            try:
                test()
                print(f'ok {number} - {name}')
            except Skip as reason:
                print(f'ok {number} - {name} # SKIP {reason}')
            except Exception:
                failed += 1
                print(f'not ok {number} - {name}')
                print('# ' + traceback.format_exc().replace('\n', '\n# '))
            os.chdir(home)
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
