/** Names that stand beside reports in folders and archives and are none. */
const BESIDE =
  /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$|node_modules$)|\.(?:js|mjs|css|map|ico|woff2?|ttf|json|ya?ml|lock|log|bak|tmp|xml|opml|sqlite3?|db)$|~$/i;

export const isBeside = (name: string): boolean => BESIDE.test(name);
