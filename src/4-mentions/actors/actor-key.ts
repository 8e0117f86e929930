/**
 * The form under which an actor's name is kept and looked up: lower case, no accents, no article, dashes and apostrophes levelled,
 * dots of abbreviations gone, so that "al-Qa'ida", "Al Qaida" and "the U.N." meet their entries.
 */
export function actorKey(name: string): string {
  const plain = /^[\x00-\x7f]*$/.test(name)
    ? name
    : name
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/[‘’ʼʻ`´]/g, "'")
        .replace(/[‐-―]/g, '-')
        .replace(/ı/g, 'i');
  return plain
    .toLowerCase()
    .replace(/['.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|el|los|las) (?=.)/, '');
}
