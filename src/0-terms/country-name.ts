/** Countries whose name in the Unicode tables is not the one that is said. */
const SAID: Readonly<Record<string, string>> = {
  CD: 'DR Congo',
  CG: 'Republic of the Congo',
  CI: 'Ivory Coast',
  HK: 'Hong Kong',
  MM: 'Myanmar',
  MO: 'Macau',
  PS: 'Palestinian territories',
  TR: 'Turkey',
};
const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** "Pakistan" of "PK"; the code itself when it is none. */
export function countryName(code: string): string {
  try {
    return SAID[code.toUpperCase()] ?? REGIONS.of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes that the Unicode tables name and that are no country, or no country any more. */
const NO_COUNTRY = /^(?:EU|EZ|UN|XA|XB|ZZ|QO|AN|BU|CS|DD|FX|NT|SU|TP|YD|YU|ZR|UK|CP|DG|EA|IC|TA|AC)$/;
let codes: ReadonlyMap<string, string> | null = null;

/** "PK" of "Pakistan" or "pakistan", in the names that `countryName` gives and those of the Unicode tables; null of any other text. */
export function countryCode(name: string): string | null {
  codes ??= new Map(
    LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).flatMap((code): [string, string][] =>
      NO_COUNTRY.test(code) || REGIONS.of(code) === code
        ? []
        : [
            [countryName(code).toLowerCase(), code],
            [(REGIONS.of(code) ?? code).toLowerCase(), code],
          ],
    ),
  );
  return codes.get(name.trim().replace(/^the /i, '').toLowerCase()) ?? null;
}
