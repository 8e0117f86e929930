import type { PageElement } from './page-tree.ts';

/** Elements that never hold the words of an article. */
const NEVER = new Set([
  'nav',
  'aside',
  'footer',
  'form',
  'button',
  'input',
  'select',
  'textarea',
  'fieldset',
  'dialog',
  'figcaption',
  'menu',
  'amp-ad',
  'amp-social-share',
  'audio',
  'video',
  'noscript',
  'progress',
  'datalist',
  'output',
  'summary',
]);
const NEVER_ROLE =
  /^(navigation|complementary|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|banner|button|note|tooltip)$/;

/** Part names (class, id) that page makers give to what is around an article; a part of a name counts when it stands at a word's edge. */
const BOILERPLATE = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'ads?',
    'advert\\w*',
    'adsense',
    'adbox',
    'adslot',
    'sponsor\\w*',
    'promo\\w*',
    'outbrain\\w*',
    'taboola\\w*',
    'dfp',
    'shar(?:e|es|ing|er|ebar|edaddy)',
    'social\\w*',
    'addthis\\w*',
    'addtoany\\w*',
    'follow(?:-?us)?',
    'sociable',
    'tweet-?button',
    'fb-(?:like|comments|root)',
    'a2a_\\w+',
    'related\\w*',
    'recommend\\w*',
    'more-?(?:stories|news|from|on|articles|links|like)\\w*',
    'also-?(?:read|like|on)',
    'read-?(?:more|next|also)',
    'readmore',
    'up-?next',
    'most-?(?:read|popular|viewed|shared)',
    'popular\\w*',
    'trending\\w*',
    'similar\\w*',
    'see-?also',
    'yarpp\\w*',
    'jp-relatedposts',
    'further-?reading',
    'suggested\\w*',
    'teasers?',
    'latest-?(?:news|stories|posts)',
    'must-?read',
    'newsletter\\w*',
    'subscri(?:be|ption|bers?)\\w*',
    'sign-?up\\w*',
    'signin',
    'login',
    'register',
    'paywall\\w*',
    'mailchimp',
    'optin',
    'opt-in',
    'donat\\w*',
    'support-?us',
    'membership',
    'cookies?',
    'consent\\w*',
    'gdpr',
    'cmp',
    'onetrust\\w*',
    'modal',
    'popup\\w*',
    'pop-up',
    'overlay',
    'lightbox',
    'interstitial',
    'nav',
    'navbar',
    'navigation',
    'menu\\w*',
    'breadcrumbs?',
    'sidebar\\w*',
    'rail',
    'right-?(?:col|column|rail|bar)',
    'masthead',
    'site-?(?:header|footer|nav)',
    'page-?footer',
    'global-?(?:header|footer)',
    'topbar',
    'bottom-?bar',
    'skip-?(?:link|to)\\w*',
    'pagination',
    'pager',
    'toolbar\\w*',
    'tools',
    'utility',
    'widgets?',
    'footer',
    'colophon',
    'caption\\w*',
    'wp-caption(?:-text)?',
    'image-?(?:caption|credit)\\w*',
    'photo-?(?:caption|credit|info)\\w*',
    'img-?(?:caption|credit)',
    'media-?(?:caption|credit)\\w*',
    'credit',
    'cutline',
    'figcaption',
    'slideshow\\w*',
    'gallery\\w*',
    'carousel\\w*',
    'slider',
    'swiper\\w*',
    'flexslider',
    'legenda?',
    'byline\\w*',
    'author-?(?:bio|box|info|card|details|meta|profile)\\w*',
    'about-?(?:the-)?author',
    'authors?',
    'bio',
    'dateline',
    'timestamp',
    'time-?stamp',
    'publish(?:ed)?-?(?:date|time|on)',
    'post-?(?:meta|date|info|tags|footer|nav\\w*)',
    'entry-?(?:meta|footer|date|utility)',
    'article-?(?:meta|info|footer|tools|date|tags)',
    'meta',
    'metadata',
    'info-?bar',
    'kicker',
    'eyebrow',
    'tags?',
    'tag-?(?:list|links|cloud)s?',
    'topics?',
    'keywords',
    'categor(?:y|ies)',
    'filed-?under',
    'hashtags',
    'print(?:-?only|-?button|friendly)?',
    'email-?(?:this|link|button)',
    'feedback',
    'copyright',
    'disclaimer',
    'licen[cs]e',
    'terms',
    'corrections?-?link',
    'report-?(?:error|typo)',
    'visually-?hidden',
    'sr-only',
    'screen-?reader\\w*',
    'hidden',
    'hide',
    'invisible',
    'offscreen',
    'accessib\\w*',
    'tooltip',
    'infobox',
    'toc',
    'mw-editsection',
    'navbox',
    'reflist',
    'references',
    'catlinks',
    'mw-jump-link',
    'printfooter',
    'noprint',
    'quiz',
    'poll',
    'vote',
    'rating\\w*',
    'player',
    'video-?(?:player|wrapper|container|embed)?',
    'jwplayer\\w*',
    'live-?ticker',
    'weather',
    'stock-?\\w*',
    'event-?list',
    'crossword',
  ].join('|')})(?=$|[\\s_-])`,
);
/** Parts where readers write. They may hold more running text than the article and are dropped all the same. */
const COMMENTS =
  /(?:^|[\s_-])(?:comments?|comment-?(?:list|form|respond|section|area|thread|body|content)\w*|commentlist|disqus\w*|respond|discussion|livefyre|replies)(?=$|[\s_-])/;
/** Class names that tell of a page's build ("has-sidebar"), not of a part's purpose. */
const BUILD_CLASS = /(?:^|\s)(?:has|no|with|and|without|type|format|status|elementor)-\S+|(?:^|\s)\S*embed(?=\s|$)/g;
/** Blog systems tag a whole article with its sections: "post-12 hentry category-world tag-army". */
const POST_CLASS = /(?:^|\s)(?:hentry|type-\w+|post-\d+|status-publish)(?=\s|$)/;
const SECTION_CLASS = /(?:^|\s)(?:category|tag|post_tag|topic|author)-\S+/g;

function purposeNames(hint: string): string {
  const names = hint.replace(BUILD_CLASS, ' ');
  return POST_CLASS.test(hint) ? names.replace(SECTION_CLASS, ' ') : names;
}
/** Names of the part that holds the article, and words that make a BOILERPLATE name harmless. */
const ARTICLE =
  /(?:article|story|entry|post|news|content|page)[_-]{0,2}(?:body|content|text|copy|main|inner|wrap\w*|container)|articlebody|storybody|story-?text|article-?text|body-?(?:copy|text|content)|maincontent|main-?(?:content|body|article)|(?:^|[\s_-])(?:article|story|post|entry|hentry|content|main|mw-parser-output|prose)(?=$|[\s_-])/;

/** Whether a part's names say that it holds the article: 2 outright, 1 probably, 0 not. */
export function articleHint(element: PageElement): 0 | 1 | 2 {
  if (element.attrs.get('itemprop')?.toLowerCase().includes('articlebody')) return 2;
  if (/^(?:p|span|a|h[1-6]|li|ul|figure|img|time|button)$/.test(element.tag)) return 0;
  if (
    /(?:article|story|entry|post)[_-]{0,2}(?:body|content|text|copy)|content[_-]body|articlebody|storybody|body-?(?:copy|text)/.test(
      element.hint,
    )
  )
    return 2;
  if (element.tag === 'article' || element.tag === 'main' || ARTICLE.test(element.hint)) return 1;
  return 0;
}

/** Whether a reader of the page would not see this element. */
export function isHidden(element: PageElement): boolean {
  const style = element.attrs.get('style');
  if (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  return element.attrs.has('hidden');
}

/** Whether an element is where readers write, by its names. */
export const isComments = (element: PageElement): boolean => articleHint(element) < 2 && COMMENTS.test(purposeNames(element.hint));

/** Whether an element can hold no article text whatever its length: menus, page feet, hidden parts. */
export const isNever = (element: PageElement): boolean =>
  NEVER.has(element.tag) && element.tag !== 'form' && element.tag !== 'aside' && element.tag !== 'fieldset';

/** A post of a social network that an article quotes, as these networks have it set. */
export const isQuotedPost = (element: PageElement): boolean =>
  element.tag === 'blockquote' &&
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed)(?=\s|$)/.test(element.hint);

/** Whether the names, role or kind of an element say that it is not part of an article, whatever its words. */
export function isBoilerplate(element: PageElement): boolean {
  if (NEVER.has(element.tag)) return true;
  if (isHidden(element)) return true;
  const role = element.attrs.get('role')?.toLowerCase();
  if (role !== undefined && NEVER_ROLE.test(role)) return true;
  if (element.hint.length < 3) return false;
  // The rows of a table are named for what they tell of ("player", "event-list"), posts that an article quotes for where they come from.
  if (/^(?:tr|td|th|tbody)$/.test(element.tag) || isQuotedPost(element)) return false;
  if (articleHint(element) === 2) return false;
  return BOILERPLATE.test(purposeNames(element.hint));
}
