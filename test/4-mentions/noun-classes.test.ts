import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nounClassesFromText } from '../../src/4-mentions/noun-classes.ts';

const folder = 'data/lexicon/en';
const classes = nounClassesFromText(
  readFileSync(`${folder}/noun-classes.txt`, 'utf8'),
  readFileSync(`${folder}/noun-class-corrections.txt`, 'utf8'),
);

describe('noun classes', () => {
  test.each([
    ['soldier', 'person'],
    ['gunman', 'person'],
    ['astronomer', 'person'],
    ['militia', 'group'],
    ['crowd', 'group'],
    ['party', 'organisation'],
    ['police', 'government'],
    ['riot police', 'government'],
    ['church', 'facility'],
    ['bridge', 'facility'],
    ['checkpoint', 'facility'],
    ['village', 'place'],
    ['bomb', 'weapon'],
    ['car bomb', 'weapon'],
    ['AK-47 rifle', 'weapon'],
    ['convoy', 'vehicle'],
    ['attack', 'event'],
    ['earthquake', 'event'],
    ['week', 'time'],
    ['camel', 'animal'],
    ['passport', 'thing'],
    ['impunity', 'abstract'],
    ['Soldier', 'person'],
    ['vice-governor', 'person'],
    ['who', null],
    ['qwertyuiop', null],
    ['', null],
    ['-', null],
  ] as const)('%s is %s', (word, expected) => expect(classes.classOf(word)).toBe(expected));

  test('later texts win and unknown classes are left out', () => {
    const own = nounClassesFromText('# note\nthing\tshell\nnonsense\tegg\n', 'weapon\tshell\n');
    expect(own.classOf('shell')).toBe('weapon');
    expect(own.classOf('egg')).toBeNull();
  });
});
