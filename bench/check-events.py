#!/usr/bin/env python3
"""Reads a UCDP GED file by itself and compares three answers of a running service with it. Usage: check-events.py <csv> <http://host:port>"""
import csv
import json
import re
import sys
import urllib.request

path, service = sys.argv[1:3]
rows = list(csv.DictReader(open(path, encoding='utf-8')))


def ask(query):
    request = urllib.request.Request(service + '/graphql', json.dumps({'query': query}).encode(), {'content-type': 'application/json'})
    answer = json.load(urllib.request.urlopen(request))
    assert 'errors' not in answer, answer['errors']
    return answer['data']


def sources(row):
    """Distinct (office, date, headline) of an event."""
    text = row['source_article'].strip()
    entries = re.split(r'"\s*;\s*"', text[1:-1]) if text.startswith('"') and text.endswith('"') else [text.strip('"')]
    return {re.sub(r'\s+', ' ', entry).strip() for entry in entries}


def sides(row):
    return [{name.strip() for name in row[side].split(',')} for side in ('side_a', 'side_b')]


failed = 0


def compare(what, theirs, ours):
    global failed
    failed += theirs != ours
    print(f'{"same" if theirs == ours else "DIFFERENT"}: {what}: file {theirs}, service {ours}')


def between(a, b):
    return [row for row in rows if (a in sides(row)[0] and b in sides(row)[1]) or (b in sides(row)[0] and a in sides(row)[1])]


tie = ask('{ tiesBetween(a: "isis", b: "syrian-democratic-forces", types: [CLASHED_WITH]) { id claimCount } }')['tiesBetween'][0]
events = ask('{ claims(first: 1, filter: { tie: "%s" }) { totalCount } all: claims(first: 500, filter: { tie: "%s", during: { edtf: "2017-10", certainty: CERTAIN } }) { nodes { incident { slug source } } } }' % (tie['id'], tie['id']))
in_file = between('IS', 'SDF')
articles = {entry for row in in_file for entry in sources(row)}
compare('events of IS and SDF in October 2017', len([row for row in in_file if row['date_start'] >= '2017-10-01' and row['date_end'] <= '2017-10-31']), len({claim['incident']['slug'] for claim in events['all']['nodes'] if claim['incident'] and claim['incident']['source'] == 'UCDP_GED'}))

count, after, slugs = 0, 'null', {}
while True:
    page = ask('{ claims(first: 500, after: %s, filter: { types: [KILLED_CIVILIANS] }) { nodes { subject { name } incident { slug deaths { side count { best } } } } pageInfo { hasNextPage endCursor } } }' % after)['claims']
    for claim in page['nodes']:
        if claim['subject']['name'] == 'ISIS':
            slugs[claim['incident']['slug']] = next(d['count']['best'] for d in claim['incident']['deaths'] if d['side'] == 'all')
    if not page['pageInfo']['hasNextPage']:
        break
    after = json.dumps(page['pageInfo']['endCursor'])
one_sided = [row for row in rows if row['type_of_violence'].startswith('3') and row['side_a'] == 'IS']
compare('one-sided events of IS, and the dead in them', (len(one_sided), sum(int(float(row['best'])) for row in one_sided)), (len(slugs), sum(slugs.values())))

page = ask('{ location(name: "hajin") { incidents(first: 500) { totalCount nodes { source date { earliest } } } } }')['location']['incidents']
compare('events at Hajin town', len([row for row in rows if row['where_coordinates'] == 'Hajin town']), len([node for node in page['nodes'] if node['source'] == 'UCDP_GED']))
sys.exit(1 if failed else 0)
