/** The commonest small words of a language, those that others share left in: shares decide. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it was on with as be by at from this have are not has had which but were they their been would said who will he his an after',
  es: 'el la de que y en los se del las un por con no una su para es al lo como más pero sus le ya fue este ha sí porque esta son entre está cuando muy sin sobre también',
  fr: 'le la de et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son aux été cette ont mais ses comme ou leur elle nous',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie',
  it: 'il di che e la in un per è una sono non del con da al dei le si della nel alla gli più ha anche come i lo ma delle se questo ci hanno nella',
  pt: 'o de a que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito nos já está também',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er die om ook als maar bij nog door over uit heeft naar hij werd worden dan wordt ze',
  pl: 'w i na z się do nie to że jest o za od po jak przez co jego dla tym ale są oraz był który tego może roku przed już tylko ze które być',
  tr: 've bir bu için de da ile olarak olan çok daha gibi kadar sonra en ise ne ancak var oldu olduğunu her ya ki türkiye etti dedi tarafından olduğu göre',
  id: 'yang dan di dari untuk dengan ini itu pada tidak dalam adalah akan oleh ke juga telah karena sebagai kata bisa mereka ada atau kami para tersebut lebih saat seorang',
  ro: 'de în și a la cu care pe să nu din o că un este pentru mai au sunt fost prin se după al ale ce dar lui fi această între sau',
  sv: 'och i att en som det är på för av den med till inte om har de ett var han från men sig kan så efter ska också vid under hade sin',
  cs: 'a v na se je že s z do o i to jako za by ale po k podle jsou který pro si od která roku bylo byl jeho ve už ze nebo jsem',
  hu: 'a az és hogy nem is egy de ez meg volt csak már van ki még el azt mint ha után szerint lesz kell vagy lehet minden volna amely aki',
  sw: 'ya na wa kwa ni katika za la kuwa cha hiyo huo hayo alisema baada watu ambao pia huku yake hii kama lakini hadi bila kutoka zaidi nchi rais',
};
const PROFILES = Object.entries(SMALL_WORDS).map(([code, words]) => ({ code, words: new Set(words.split(' ')) }));

/** Scripts that tell a language, or one that stands for those that use it. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30FF]/g, 'ja'],
  [/[\uAC00-\uD7AF]/g, 'ko'],
  [/[\u4E00-\u9FFF]/g, 'zh'],
  [/[\u0E00-\u0E7F]/g, 'th'],
  [/[\u0590-\u05FF]/g, 'he'],
  [/[\u0900-\u097F]/g, 'hi'],
  [/[\u0980-\u09FF]/g, 'bn'],
  [/[\u0B80-\u0BFF]/g, 'ta'],
  [/[\u0C00-\u0C7F]/g, 'te'],
  [/[\u0370-\u03FF]/g, 'el'],
  [/[\u10A0-\u10FF]/g, 'ka'],
  [/[\u0530-\u058F]/g, 'hy'],
  [/[\u1200-\u137F]/g, 'am'],
  [/[\u1000-\u109F]/g, 'my'],
];

/**
 * The language of a text by its script and its share of small words (profiles made for this project): an ISO 639-1 code, `und` where it cannot be told.
 * Reads the first 6,000 characters. `said` is what the page claims; it only settles what the words leave open.
 */
export function languageOf(text: string, said: string | null): string {
  const sample = text.slice(0, 6000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3) return 'und';
  for (const [pattern, code] of SCRIPTS) if ((sample.match(pattern)?.length ?? 0) > letters * 0.3) return code;
  const arabic = sample.match(/[\u0600-\u06FF]/g)?.length ?? 0;
  if (arabic > letters * 0.3) return /[ٹڈڑںے]/.test(sample) ? 'ur' : /[پچژگ]/.test(sample) ? 'fa' : 'ar';
  const cyrillic = sample.match(/[\u0400-\u04FF]/g)?.length ?? 0;
  if (cyrillic > letters * 0.3)
    return /[іїєґ]/i.test(sample) ? 'uk' : /[ђћџљњј]/i.test(sample) ? 'sr' : /[ъ]/i.test(sample) && !/[ыэ]/i.test(sample) ? 'bg' : 'ru';
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  let best = { code: 'und', share: 0 };
  let english = 0;
  for (const { code, words: small } of PROFILES) {
    let hits = 0;
    for (const word of words) if (small.has(word)) hits += 1;
    const share = hits / words.length;
    if (code === 'en') english = share;
    if (share > best.share) best = { code, share };
  }
  const known = said !== null && /^[a-z]{2}$/.test(said) ? said : null;
  if (best.code !== 'en' && best.share > 0.12 && best.share > english * 1.3 && words.length >= 6) return best.code;
  if (english > 0.1) return 'en';
  // Short or telegraphic: Latin letters without another language's signs are read as English unless the page says otherwise.
  if (best.code !== 'und' && best.code !== 'en' && words.length >= 12 && best.share > english && best.share > 0.1) return best.code;
  if (words.length >= 40 && english < 0.03) return known !== null && known !== 'en' ? known : 'und';
  return known ?? (/^[\p{Script=Latin}\P{L}]*$/u.test(sample) ? 'en' : 'und');
}
