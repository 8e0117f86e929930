import { describe, expect, it } from 'vitest';
import { reportOf } from './make-page.ts';

const TAIL = '\n\nThe attackers fled on motorcycles before soldiers arrived, two residents of the village told police.';
const origins = (text: string): string[] => reportOf(text).origins.map((origin) => `${origin.relation}: ${origin.name}`);

describe('origins', () => {
  it.each<[string, string[]]>([
    ['Two men were shot in Kabul, Reuters reported.', ['reported-by: Reuters']],
    ['Two men were shot in Kabul, according to the Miami Herald.', ['reported-by: Miami Herald']],
    ['A resident told the Washington Times that two men were shot.', ['reported-by: Washington Times']],
    ['Speaking to NPR, the minister said two men were shot.', ['reported-by: NPR']],
    ['The Daily Telegraph, citing local officials, reported that two men were shot.', ['reported-by: The Daily Telegraph']],
    ['Two men were shot, the Westmark Evening Herald reported on Monday.', ['reported-by: Westmark Evening Herald']],
    ['The militants’ news agency Sawt said its fighters shot two men.', ['reported-by: Sawt']],
    ['According to Syrian state media, two men were shot.', ['reported-by: Syrian state media']],
    ['Two men were shot, local media said.', []],
    ['Police stormed the offices of Reuters and arrested two men.', []],
    ['He read the news in the Times of India every day, his wife said.', []],
    ['Al Jazeera was said to have received the tape.', []],
    ['KABUL, July 3 (Reuters) - Two men were shot on Monday.', ['agency: Reuters']],
    ['MANILA, Philippines (AP) — Two men were shot on Monday.', ['agency: Associated Press']],
    ['New Delhi, July 3 (IANS) Two men were shot on Monday.', ['agency: Indo-Asian News Service']],
    ['Fighters of the group (AFP) Two of them were shot on Monday.', []],
    ['Two men were shot on Monday, according to a memo by the Ministry of Interior.', ['statement-of: Ministry of Interior']],
    ['Two men were shot, the Ministry of Defence said in a statement.', ['statement-of: Ministry of Defence']],
    ['Two men were shot, spokeswoman Jane Roe said in a statement.', []],
  ])('%s', (text, wanted) => {
    expect(origins(text + TAIL)).toEqual(wanted);
  });

  it.each<[string, string[]]>([
    ['Source: Example Standard', ['credited: Example Standard']],
    ['(With inputs from PTI)', ['credited: PTI']],
    ['With inputs from agencies', []],
    ['This story first appeared in The Example Ledger.', ['credited: Example Ledger']],
    ['The Associated Press contributed to this report.', ['credited: Associated Press']],
    ['(AFP)', ['agency: Agence France-Presse']],
    ['— Reuters', ['agency: Reuters']],
    ['(Reporting by Jane Roe in Kabul; Editing by John Doe)', ['agency: Reuters']],
    ['Copyright 2024 The Associated Press. All rights reserved.', ['agency: Associated Press']],
    ['© 2024 AFP', ['agency: Agence France-Presse']],
    ['© 2024 The Example Post. All rights reserved.', []],
  ])('a last line "%s" is an origin and no text', (line, wanted) => {
    const report = reportOf(`Two men were shot in Kabul on Monday, police said.${TAIL}\n\n${line}`);
    expect(report.text).not.toContain(line);
    expect(report.origins.map((origin) => `${origin.relation}: ${origin.name}`)).toEqual(wanted);
  });

  it('gives the span of a name inside the text, nearest relation first, and never the publisher', () => {
    const html = `<html><head><meta property="og:site_name" content="BBC News"></head><body><p>Two men were shot, Reuters reported. A witness told the BBC that he saw it all from his window.</p><p>Police said the attackers fled on motorcycles.</p><p>Source: Example Standard</p></body></html>`;
    const report = reportOf(html);
    expect(report.origins).toEqual([
      { name: 'Example Standard', relation: 'credited' },
      { name: 'Reuters', relation: 'reported-by', span: [19, 26] },
    ]);
    expect(report.text.slice(19, 26)).toBe('Reuters');
  });
});
