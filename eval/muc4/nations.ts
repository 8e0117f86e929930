/** Demonyms and short names of states as MUC-4 names the state: "THE U.S. EMBASSY" is of the UNITED STATES. */
const NATIONS: readonly (readonly [nation: string, words: RegExp])[] = [
  ['UNITED STATES', /\bU\.?S\.?\b|\bAMERICAN\b|\bUNITED STATES\b|\bNORTH AMERICAN\b/],
  ['SPAIN', /\bSPANISH\b|\bSPANIARDS?\b|\bSPAIN\b/],
  ['USSR', /\bSOVIETS?\b|\bUSSR\b|\bRUSSIANS?\b/],
  ['FRANCE', /\bFRENCH(?:M[AE]N)?\b|\bFRANCE\b/],
  ['ITALY', /\bITALIANS?\b|\bITALY\b/],
  ['FRG', /\bWEST GERMANS?\b|\bFRG\b|\bGERMANS?\b/],
  ['JAPAN', /\bJAPANESE\b|\bJAPAN\b/],
  ['CUBA', /\bCUBANS?\b|\bCUBA\b/],
  ['PRC', /\bCHINESE\b|\bPRC\b/],
  ['UNITED KINGDOM', /\bBRITISH\b|\bBRITAIN\b|\bENGLISHM[AE]N\b/],
  ['MEXICO', /\bMEXICANS?\b|\bMEXICO\b/],
  ['BRAZIL', /\bBRAZILIANS?\b|\bBRAZIL\b/],
  ['VENEZUELA', /\bVENEZUELANS?\b|\bVENEZUELA\b/],
  ['COSTA RICA', /\bCOSTA RICANS?\b|\bCOSTA RICA\b/],
  ['PANAMA', /\bPANAMANIANS?\b|\bPANAMA\b/],
  ['NICARAGUA', /\bNICARAGUANS?\b|\bNICARAGUA\b/],
  ['ISRAEL', /\bISRAELIS?\b|\bISRAEL\b/],
  ['SWITZERLAND', /\bSWISS\b|\bSWITZERLAND\b/],
  ['EL SALVADOR', /\bSALVADORANS?\b|\bEL SALVADOR\b/],
  ['GUATEMALA', /\bGUATEMALANS?\b/],
  ['HONDURAS', /\bHONDURANS?\b|\bHONDURAS\b/],
  ['ARGENTINA', /\bARGENTIN(?:E|A|IAN|ES)\b/],
  ['BOLIVIA', /\bBOLIVIANS?\b|\bBOLIVIA\b/],
  ['CHILE', /\bCHILEANS?\b|\bCHILE\b/],
  ['COLOMBIA', /\bCOLOMBIANS?\b|\bCOLOMBIA\b/],
  ['ECUADOR', /\bECUADORE?ANS?\b|\bECUADOR\b/],
  ['PERU', /\bPERUVIANS?\b|\bPERU\b/],
];

/** The state that a phrase names, where it is not the one in which the incident was. */
export const foreignNation = (phrase: string, country: string): string | undefined => {
  const nation = NATIONS.find(([, words]) => words.test(phrase))?.[0];
  return nation === country ? undefined : nation;
};

/** Whether a text names a state or its people at all. */
export const namesNation = (text: string, nation: string): boolean => NATIONS.find(([name]) => name === nation)?.[1].test(text) ?? false;
/** How often it does. */
export const timesNamed = (text: string, nation: string): number => {
  const words = NATIONS.find(([name]) => name === nation)?.[1];
  return words ? (text.match(new RegExp(words, 'g'))?.length ?? 0) : 0;
};
