import type { Note } from '../0-terms/note.ts';
import type { PageTree } from './html/page-tree.ts';

/** Codes of the notes that say: this page holds no article. A report with one of them gives no claims. */
export const NOT_AN_ARTICLE: readonly string[] = [
  'consent-wall',
  'bot-check',
  'paywall-stub',
  'index-page',
  'not-found-page',
  'empty-page',
];

/** The note that says why a report is no article, or undefined where it is one. Its text is one line for a person. */
export const notAnArticle = (report: { readonly notes: readonly Note[] }): Note | undefined =>
  report.notes.find((note) => NOT_AN_ARTICLE.includes(note.code));

const CONSENT =
  /\b(?:before you continue|we (?:value|care about|respect) your privacy|we and our (?:\d+ )?(?:technology )?partners|(?:uses?|use of) cookies|cookie (?:policy|settings|preferences|consent)|accept (?:all|cookies)|manage (?:your )?(?:cookies|preferences|options|choices|settings)|reject all|your (?:privacy|data) (?:choices|rights|is important)|give (?:us )?(?:your )?consent|consent to (?:the|our)|personali[sz]ed (?:ads|advertising|content)|legitimate interest|store and\/or access information|your privacy)\b/gi;
const BOT =
  /\b(?:are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you(?: are|['’]re) (?:a )?(?:human|not a robot)|checking your browser|unusual (?:traffic|activity)|enable javascript and cookies|just a moment|captcha|ddos protection|access (?:to this page has been )?denied|please enable (?:js|javascript|cookies)|ray id|you have been blocked|pardon our interruption|press (?:&|and) hold|security check|bot detection|automated (?:access|requests))\b/gi;
const PAYWALL =
  /\b(?:subscribe to (?:continue|read|unlock|keep|access)|to (?:continue|keep) reading|already (?:a )?(?:subscriber|subscribed|a member)|this (?:article|content|story) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:our )?(?:subscribers|members)|subscribers only|create (?:a free|an) account|log ?in to (?:continue|read)|(?:free|remaining) articles?(?: left| this month| remaining)|unlock this (?:article|story)|start your (?:free )?trial|sign in to (?:continue|read)|become a (?:subscriber|member) to)\b/gi;
const NOT_FOUND =
  /\b(?:page (?:not found|(?:you(?:['’]re| are) looking for|you requested) (?:could not|couldn['’]t|cannot|can['’]t|does not|doesn['’]t|is no longer|has been|may have))|error 404|404 (?:error|not found|page|[-–|] )|(?:page|article|story|content) (?:does not exist|doesn['’]t exist|no longer (?:exists|available)|is no longer available|has been (?:removed|moved|deleted))|(?:could not|couldn['’]t|cannot|can['’]t) (?:be found|find (?:the|that|this) page)|nothing (?:was )?found)\b/gi;

/**
 * What a page is when it is no article, from the article text found (`text`), the words of the whole page and its title.
 * Lengths matter: a long article that mentions cookies or captchas is an article.
 */
export function pageKindNote(text: string, wholePage: string, title: string | null, linkedShare: number): Note | null {
  const whole = wholePage.length > 20_000 ? wholePage.slice(0, 20_000) : wholePage;
  const head = `${title ?? ''}\n${text || whole}`;
  if (whole.trim() === '' && text === '')
    return { code: 'empty-page', text: 'The page holds no words: open it in a browser, save it as text and give that.' };
  const short = text.length < 1500;
  const hits = (pattern: RegExp, words: string): number => words.match(pattern)?.length ?? 0;
  if (/^\W*(?:404\b|error 404|page not found|not found\b)/i.test(title ?? '') && text.length < 3000) return NOTES.notFound;
  if (short && hits(NOT_FOUND, head) > 0 && sentences(text) < 6) return NOTES.notFound;
  if (short && (hits(BOT, head) >= 2 || (hits(BOT, head) === 1 && text.length < 500))) return NOTES.bot;
  if (short && hits(CONSENT, head) >= 2 && hits(CONSENT, head) * 500 > text.length) return NOTES.consent;
  if (text.length < 200 && hits(CONSENT, whole) >= 2) return NOTES.consent;
  if (text.length < 1200 && (hits(PAYWALL, text) > 0 || (text.length < 700 && hits(PAYWALL, whole) >= 2))) return NOTES.paywall;
  if (text.length < 120 && sentences(text) < 2 && linkedShare > 0.6 && whole.length > 600) return NOTES.index;
  return null;
}

const sentences = (text: string): number => text.match(/[.!?]["”’)]*(?:\s|$)/g)?.length ?? 0;

const NOTES = {
  notFound: { code: 'not-found-page', text: 'The page says that the article was not found: check the address.' },
  bot: { code: 'bot-check', text: 'The page asks whether a person is reading: open it in a browser, save it and give the saved file.' },
  consent: {
    code: 'consent-wall',
    text: 'The page only asks for consent to cookies: open it in a browser, agree or refuse, save it and give the saved file.',
  },
  paywall: {
    code: 'paywall-stub',
    text: 'The page shows only the beginning and asks for a subscription: give the full text if you have it.',
  },
  index: { code: 'index-page', text: 'The page is a list of links to other pages, no article: give the address of one article.' },
} as const satisfies Record<string, Note>;

/** The share of a page's words that stand in links, 0 to 1. */
export function linkedShareOf(tree: PageTree): number {
  let all = 0;
  let linked = 0;
  const waiting: { element: PageTree['root']; inLink: boolean }[] = [{ element: tree.root, inLink: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const child of next.element.children) {
      if (typeof child === 'string') {
        const length = child.trim().length;
        all += length;
        if (next.inLink) linked += length;
      } else waiting.push({ element: child, inLink: next.inLink || child.tag === 'a' });
    }
  }
  return all === 0 ? 0 : linked / all;
}
