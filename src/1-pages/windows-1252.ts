/** What Windows calls 0x80 to 0x9F, in order; a blank where it has no letter. Web pages that say Latin-1 mean these (WHATWG Encoding). */
const UPPER_CONTROLS = [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'];

/** Latin-1 text with the Windows letters in place of control characters. Node 20's own decoder leaves the controls. */
export const withWindowsLetters = (text: string): string =>
  /[\u0080-\u009F]/.test(text) ? text.replace(/[\u0080-\u009F]/g, (seen) => UPPER_CONTROLS[seen.charCodeAt(0) - 0x80] ?? ' ') : text;
