import { expect, it } from 'vitest';
import { isDroppedLine, isTailLine } from '../../src/2-reports/lines/line-kinds.ts';
import { reportOf } from './make-page.ts';

const FIRST = 'Gunmen shot dead three farmers near the village of Tarin on Tuesday, the district governor said.';
const SECOND = 'The attackers fled on motorcycles before soldiers arrived, according to two residents who saw them leave.';
const page = (inner: string): string =>
  `<html><body><nav><a href="/">Home</a></nav><article><p>${FIRST}</p>${inner}<p>${SECOND}</p></article></body></html>`;
const textOf = (inner: string): string[] => reportOf(page(inner)).text.split('\n\n').slice(1, -1);

it.each<[string, string, string[]]>([
  [
    'a table of data, a row a line',
    '<table><tr><th>District</th><th>Killed</th><th>Hurt</th></tr><tr class="player row"><td>Tarin</td><td><b>3</b></td><td>1</td></tr></table>',
    ['District Killed Hurt', 'Tarin 3 1'],
  ],
  [
    'a table that only lays out paragraphs',
    `<table><tr><td><p>${FIRST.replace('three', 'four')}</p></td></tr></table>`,
    [FIRST.replace('three', 'four')],
  ],
  [
    'a post that is quoted, with its author',
    '<div class="video-container"><blockquote class="twitter-tweet"><p>We have closed the road to Tarin until tomorrow morning.</p>— Example Army (@example) <a href="https://x.example/1">May 14, 2024</a></blockquote></div>',
    ['We have closed the road to Tarin until tomorrow morning.', '— Example Army (@example) May 14, 2024'],
  ],
  ['a list', '<ul><li>three farmers from Tarin</li><li>a soldier</li></ul>', ['three farmers from Tarin', 'a soldier']],
  ['a sub-head', '<h2>What happened next</h2>', ['What happened next']],
  ['a caption', '<figure><figcaption>The road to Tarin, where the attack took place on Tuesday morning.</figcaption></figure>', []],
  ['a shortcode', '<p>[button link="/x" size="big"] Send us your news [/button]</p>', []],
])('%s', (_, inner, lines) => expect(textOf(inner)).toEqual(lines));

it('words in other letters are words', () => {
  const russian = 'Трое мужчин были убиты у деревни во вторник, сообщила полиция';
  expect(textOf(`<p>${russian}</p>`)).toEqual([russian]);
  expect(isDroppedLine('警方星期二说三名男子在村庄附近被杀害')).toBe(false);
  expect(isDroppedLine('* * *')).toBe(true);
});

it('the captions of a gallery are its text', () => {
  const caption = (n: number): string =>
    `Soldiers search the fields near the village of Tarin for the ${n} men who fled after the attack of Tuesday morning.`;
  const slides = [3, 4, 5].map((n) => `<figure><img src="${n}.jpg"><figcaption>${caption(n)}</figcaption></figure>`).join('');
  const { text } = reportOf(`<html><body><article><h1>Tarin in pictures</h1><p>Photos of the day.</p>${slides}</article></body></html>`);
  for (const n of [3, 4, 5]) expect(text).toContain(caption(n));
});

it.each([
  'DON’T MISS',
  'Related news',
  'Never miss a story: sign up here',
  'Stay up-to-date on our work',
  'For the latest stories and breaking news updates download our apps for iOS and Android.',
  'Subscribe to The Post and stay smart with more of our writers.',
  'Submit your letter to the editor via this form',
  'Category : Press Releases',
])('"%s" hangs on articles', (line) => expect(isDroppedLine(line)).toBe(true));
it.each(['More Great POST Stories', 'More stories', 'Most read'])('"%s" opens what follows an article', (line) =>
  expect(isTailLine(line)).toBe(true),
);
it.each([
  'Subscribers to the service were cut off for two days, the company said.',
  'For the latest attack the group gave no reason.',
  'The stay of the troops was extended on Monday.',
  'More than 40 stories of the tower burned on Monday, the fire service said.',
])('"%s" is news', (line) => expect(isDroppedLine(line) || isTailLine(line)).toBe(false));
