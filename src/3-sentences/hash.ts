/** A 32-bit hash of a piece of a string (FNV-1a over UTF-16 code units). */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Mixes one more value into a feature key. */
export function mix(key: number, value: number): number {
  let hash = Math.imul(key ^ value, 0x9e3779b1);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x85ebca6b) ^ (hash >>> 13);
}
