import type { Origin } from '../report.ts';
import type { OutletName } from './named-outlets.ts';

/** "was said to have received": spoken about, not speaking. */
const PASSIVE =
  /^[^.;]{0,40}?\b(?:was|were|is|are|been|being)\s+(?:also\s+)?(?:said|reported|quoted|named|called|shown|described|claimed)\b/i;
const REPORTS =
  'report(?:s|ed|ing)?|sa(?:id|ys)|wr(?:ote|ites)|quot(?:ed|es|ing)|cit(?:ed|es|ing)|publish(?:ed|es)|reveal(?:ed|s)|claim(?:ed|s)|not(?:ed|es)|add(?:ed|s)|broadcast(?:s|ed)?|air(?:ed|s)|announc(?:ed|es)|describ(?:ed|es)|call(?:ed|s)|named|show(?:ed|s)|confirm(?:ed|s)|carried|counted|obtained|learned|estimated|explained|put the';
/** After the name, perhaps past its short name in brackets, an adverb or an inserted clause, a verb of reporting. */
const AFTER = new RegExp(
  `^["”’']?(?:\\s*\\([^()]{1,40}\\))?(?:,[^.,;]{3,60},)?(?:['’]s? (?:report|correspondents?|reporters?|website|story|news ?room)\\b)?(?:\\s+(?:newspaper|news agency|agency|network|website|channel|correspondent|television|TV|radio|magazine|news site|daily|has|had|have|was|also|later|earlier|previously|then|first|initially|further|on \\w+day|this week|yesterday|today|\\w+ly)){0,3}\\s+(?:${REPORTS})\\b`,
  'i',
);
/** Before the name, words that make it the source. */
const BEFORE =
  /(?:\b(?:according to|reported (?:by|in|on)|as reported (?:by|in)|told|tells?|quoted (?:by|in|as saying (?:by|in))|cited (?:by|in)|citing|quoting|in an? (?:interview|article|report|statement|op-ed|editorial|piece) (?:with|to|in|by|for|published (?:in|by)|on)|interview(?:ed)? (?:with|by|to|in|on)|sp(?:eaking|oke) (?:to|with|on)|published (?:by|in|on)|broadcast (?:by|on)|aired (?:by|on)|carried by|seen by|obtained by|report(?:s)? (?:by|from|in|on)|wr(?:ote|iting|ites) (?:in|for)|informed|released (?:by|through)|in remarks to|revealed (?:by|to)|confirmed to|said (?:to|on)|appear(?:ed|ing) on|monitored by|quoted in)\s+(?:(?:these|those|the|a|an|its|local|state|reports? (?:by|from|in)|both|\w+(?:'s|’s)? (?:newspaper|news agency|broadcaster|daily|network|channel|television)|(?:newspaper|news agency|broadcaster|channel|television|daily|magazine|website)|videos|and)\s+)*["“‘']?|["”’]\s*(?:[\p{L} .,—–-]{0,80})\bto\s+(?:the\s+)?)$/iu;
/** "A and B", "A, B and C": a second name shares the first one's words. */
const JOINED = /^["”’']?(?:\s*\([^()]{1,40}\))?(?:,? and (?:by |the |to |in )*["“]?|, (?:the )?["“]?)$/;

/** Whether a name is used as a source, and so an origin of the report; in order, each name once. */
export function attributions(text: string, names: readonly OutletName[]): Origin[] {
  const origins: Origin[] = [];
  const seen = new Set<string>();
  let lastGood: OutletName | null = null;
  for (const name of names) {
    const before = text.slice(Math.max(0, name.start - 110), name.start);
    const after = text.slice(name.end, name.end + 140);
    let good =
      AFTER.test(after) &&
      !PASSIVE.test(after) &&
      !isPossessor(after) &&
      !/\b(?:told|to|by|of|in|at|for|from|with|on)\s+(?:the\s+)?$/i.test(before);
    good ||= BEFORE.test(before) && !/^['’]s\s/.test(after);
    if (!good && lastGood !== null && name.start - lastGood.end < 60)
      good =
        JOINED.test(text.slice(lastGood.end, name.start)) ||
        (/\bby\s+(?:the\s+)?$/i.test(before) && /\breported by\b/i.test(text.slice(Math.max(0, lastGood.start - 20), lastGood.start)));
    if (!good) continue;
    lastGood = name;
    if (seen.has(name.name)) continue;
    seen.add(name.name);
    origins.push({ name: name.name, relation: 'reported-by', span: [name.start, name.end] });
  }
  return origins;
}

/** "NPR's office said" is not NPR reporting; "the BBC's correspondent reported" is. */
const isPossessor = (after: string): boolean => /^['’]s?\s+(?!report|correspondent|reporter|website|story|newsroom)/i.test(after);
