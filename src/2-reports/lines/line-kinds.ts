/** Words after which nothing of an article follows: comment forms, lists of other articles. */
const TAIL =
  /^(?:want more stories like this\b|tell us what you think\b.{0,20}$|what do you think\?.{0,40}comments?\b.{0,40}$|privacy overview$|don[’']t miss$|more stories$|leave a (?:reply|comment)\b|post a comment\b|comments?(?: \(\d+\)|:)?$|\d+ comments?$|join the (?:discussion|conversation)\b|your email address will not be published\b|required fields are marked\b|related (?:articles?|stories|posts|news|links|topics|content|reading|coverage)?:?$|you (?:may|might) (?:also )?(?:like|be interested)\b|read next\b|more (?:from|on|in|stories|news)\b[^.]{0,60}$|most (?:read|popular|viewed|shared)\b|trending(?: now)?$|recommended(?: for you)?:?$|latest (?:news|stories|posts)$|recent (?:posts|comments)$|about the author\b|share this(?: (?:article|story|post|page))?:?$|tags?:|filed under:?|posted in\b.{0,40}$|previous (?:article|post|story)\b|next (?:article|post|story)\b|view (?:all )?comments?$|show comments?$|load comments?$|sign up for\b.{0,80}newsletter|also (?:on|in) [^.]{0,30}:?$)/i;

/** Lines that stand inside articles and do not belong to them. */
const DROPPED =
  /^(?:sorry, but your browser needs javascript\b.{0,140}$|please enable javascript\b.{0,120}$|join our newsletter\b.{0,120}$|to view the full story, please subscribe\b.{0,60}$|this video is (?:no longer|not) available\b.{0,60}$|advert$|iklan$|publicidad$|publicidade$|werbung$|anzeige$|реклама$|comments$|updated at \d.{0,30}$|(?:have a (?:tip|news tip)\?.{0,20})?.{0,60}\b(?:may|can) be (?:reached|contacted) (?:at|on)\b.{0,160}$|(?:you can )?(?:follow|contact|email|reach) (?:him|her|them|me|the (?:author|writer|reporter))\b.{0,120}$|get the latest (?:updates|news)\b.{0,100}$|(?:share|tweet|print|email|e-mail|pin it|whatsapp|facebook|twitter|linkedin|reddit|telegram|pinterest|google\+?|copy link|save|like|follow|comment)(?:[\s,|•·/]+(?:share|this|on|via|tweet|print|email|pin|whatsapp|facebook|twitter|linkedin|reddit|telegram|pinterest|google\+?|copy|link|save|like|article|story|by))*[:.]?$|advertisement(?:s)?\.?$|advertorial$|sponsored(?: content)?$|ad$|continue reading(?: (?:below|the main story))?\.{0,3}$|story continues (?:below|after)\b.{0,40}$|article continues (?:below|after)\b.{0,40}$|(?:read (?:more|also|next|this)|also read|see also|see more|related(?: (?:story|stories|article|articles|coverage))?|more|watch|recommended|don[’']t miss|must read|read the full (?:story|article))\s*[:|»>-].{0,200}$|click here\b.{0,120}$|(?:sign up|subscribe|register)\b.{0,160}(?:newsletter|updates|alerts|inbox|email|app|channel|today|now)\b.{0,60}$|follow (?:us|@\w+|.{2,40}) on (?:twitter|facebook|instagram|telegram|google news|x)\b.{0,80}$|like us on facebook\b.{0,60}$|join (?:us|our)\b.{0,60}(?:whatsapp|telegram|facebook)\b.{0,60}$|download (?:the|our)\b.{0,60}\bapp\b.{0,60}$|(?:copyright|©|\(c\))\s*(?:©\s*)?(?:\d{4}|the )\b.{0,160}$|all rights reserved\.?.{0,60}$|this material may not be published, broadcast.{0,80}$|skip (?:to|advertisement)\b.{0,40}$|back to top$|(?:image|photo|picture|photograph|file photo|photo credit|image source|image copyright|image caption|media caption|getty images|credit)\s*(?:[:©|/].{0,120}|by\b.{0,80})?$|play video$|video$|\d+ (?:shares?|views?|likes?|comments?)$|[\W_]+$|loading\.{0,3}$|close$|menu$|search$|advertisement\s*[-–—:].{0,40}$|enlarge(?: this)?(?: image)?$|hide caption$|toggle caption$|listen to (?:this )?(?:article|story)\b.{0,30}$|\d+ min(?:ute)?s? read$)/i;

/** Whether a line opens what follows an article: its comment form, a list of related articles. */
export const isTailLine = (line: string): boolean => line.length < 160 && TAIL.test(line);

/** Whether a line is a share bar, an advertisement mark, a link to another article, a caption mark. */
export const isDroppedLine = (line: string): boolean => line.length < 240 && DROPPED.test(line);

const MENU_WORDS =
  /^(?:home(?:page)?|news|world|politics|business|sports?|opinion|culture|lifestyle|technology|tech|science|health|entertainment|video|videos|photos|travel|weather|menu|search|sections?|subscribe|sign in|log ?in|register|about(?: us)?|contact(?: us)?|more|latest|live|breaking(?: news)?|top stories|national|international|local|asia|africa|europe|middle east|americas|economy|features|editorials?|columns?|magazine|podcasts?|newsletters?|e-?paper|archives?|skip to (?:main )?content|toggle navigation|advertis(?:e|ing)|jobs|careers|privacy(?: policy)?|terms(?: of use)?|cookies?|facebook|twitter|instagram|youtube|rss|print|email|share|comments?)$/i;

/** A line of a menu: one section name, or several with nothing between them but bars. */
export function isMenuLine(line: string): boolean {
  if (line.length > 200) return false;
  const parts = line.split(/\s*[|›»>·•/,]\s*|\s{2,}/).filter((part) => part !== '');
  if (parts.length > 0 && parts.every((part) => MENU_WORDS.test(part))) return true;
  if (parts.length > 1 && parts.filter((part) => MENU_WORDS.test(part)).length / parts.length >= 0.5) return true;
  const words = line.split(' ');
  return words.length > 1 && words.length <= 20 && words.every((word) => MENU_WORDS.test(word));
}
