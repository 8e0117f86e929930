/** A set filler of MUC-4 and the words that mean it. The first line that matches a phrase wins. */
export type SetWords = readonly (readonly [filler: string, words: RegExp])[];

export const INSTRUMENT_TYPES: SetWords = [
  ['VEHICLE BOMB', /\b(?:car|truck|vehicle|van|lorry)[ -]?bombs?\b|\bbooby-trapped (?:car|truck)/i],
  ['MOLOTOV COCKTAIL', /\bmolotov|\bfire ?bombs?\b|\bpetrol bombs?\b|\bincendiary bombs?\b/i],
  ['MINE', /\b(?:land)?mines?\b/i],
  ['DYNAMITE', /\bdynamite\b|\bgelatin/i],
  ['GRENADE', /\bgrenades?\b(?! launcher)/i],
  ['BOMB', /\bbombs?\b/i],
  ['ROCKET', /\brockets?\b|\brpg\b|\bbazookas?\b|\bgrenade launchers?\b/i],
  ['MISSILE', /\bmissiles?\b/i],
  ['EXPLOSIVE', /\bexplosives?\b|\bcharges?\b|\bexplosive devices?\b|\bc-4\b|\btnt\b|\bdevices?\b/i],
  ['MACHINE GUN', /\b(?:sub)?-?machine ?-?guns?\b|\bsubmachineguns?\b|\bmachineguns?\b|\buzi\b/i],
  ['MORTAR', /\bmortars?\b/i],
  ['HANDGUN', /\bpistols?\b|\bhandguns?\b|\brevolvers?\b/i],
  ['RIFLE', /\brifles?\b|\bak-?47s?\b|\bm-?16s?\b|\bshotguns?\b/i],
  ['GUN', /\bguns?\b|\bfirearms?\b|\bcaliber\b|\bgun ?fire\b|\bbullets?\b|\bweapons?\b/i],
  ['CUTTING DEVICE', /\bkni(?:fe|ves)\b|\bmachetes?\b|\bbayonets?\b|\bdaggers?\b/i],
  ['STONE', /\bstones?\b|\brocks?\b/i],
];

export const PHYSICAL_TYPES: SetWords = [
  ['DIPLOMAT OFFICE OR RESIDENCE', /\bembass|\bconsulates?\b|\bdiplomatic\b|\bambassador'?s\b/i],
  [
    'ENERGY',
    /\bpipelines?\b|\bpylons?\b|\bpower\b|\belectric|\bhigh-(?:tension|voltage)\b|\btransformers?\b|\brefiner|\boil\b|\bposts\b|\bpoles?\b|\bsubstations?\b|\bdam\b/i,
  ],
  ['FINANCIAL', /\bbanks?\b|\bbanco\b|\bfinancial\b|\bbranch/i],
  [
    'COMMUNICATIONS',
    /\bradio\b|\btelevision\b|\btv\b|\bnewspapers?\b|\btelephones?\b|\btelecom|\bespectador\b|\bpress\b|\bprintshop|\bantenna/i,
  ],
  [
    'LAW ENFORCEMENT FACILITY',
    /\bpolice (?:station|post|headquarters|barracks|building)|\bsecurity (?:center|department)|\bprisons?\b|\bjail/i,
  ],
  [
    'TRANSPORT VEHICLE',
    /\b(?:mini)?bus(?:es)?\b|\bcars?\b|\bvehicles?\b|\btrucks?\b|\btrains?\b|\b(?:air)?planes?\b|\baircraft\b|\bhelicopters?\b|\bambulances?\b|\btaxis?\b|\bboats?\b|\bships?\b|\bautomobiles?\b|\bjeeps?\b|\bvans?\b|\bmotorcade|\bmotorcycles?\b/i,
  ],
  ['TRANSPORTATION ROUTE', /\bbridges?\b|\bhighways?\b|\broads?\b|\brailways?\b|\brailroads?\b|\bairstrips?\b/i],
  ['TRANSPORTATION FACILITY', /\bairports?\b|\bports?\b|\bterminals?\b|\bgarages?\b|\bbus station/i],
  ['WATER', /\bwater\b|\baqueducts?\b/i],
  [
    'COMMERCIAL',
    /\bstores?\b|\bshops?\b|\bhotels?\b|\brestaurants?\b|\bmarkets?\b|\bsupermarkets?\b|\bdealership|\bmalls?\b|\bcompan(?:y|ies)\b|\bfactor(?:y|ies)\b|\bplants?\b|\btheaters?\b|\bcommercial\b|\bfirms?\b|\bbusiness|\bgas stations?\b/i,
  ],
  ['ORGANIZATION OFFICE', /\bunions?\b|\bfederation\b|\bheadquarters\b|\binstitutes?\b|\bparty\b|\bfenastras\b/i],
  [
    'GOVERNMENT OFFICE OR RESIDENCE',
    /\bministr|\bmayor'?s\b|\btown halls?\b|\bcity halls?\b|\bgovernment\b|\bpresidential\b|\bcongress\b|\bpalace\b|\bmunicipal|\bminister'?s\b|\bcourt/i,
  ],
  ['CIVILIAN RESIDENCE', /\bhouses?\b|\bhomes?\b|\bresidences?\b|\bdwellings?\b|\bapartments?\b|\bhuts?\b/i],
];

export const HUMAN_TYPES: SetWords = [
  ['FORMER GOVERNMENT OFFICIAL', /\b(?:former|ex-?) ?(?:president|minister|mayor|governor|ambassador|deputy minister|official)/i],
  ['FORMER ACTIVE MILITARY', /\b(?:former|retired|ex-?) ?(?:army|general|colonel|captain|major|soldier|military|defense)/i],
  ['DIPLOMAT', /\bambassadors?\b|\bdiplomats?\b|\bconsuls?\b|\battach|\benvoys?\b/i],
  ['LEGAL OR JUDICIAL', /\bjudges?\b|\bmagistrates?\b|\bprosecutors?\b|\battorney general\b|\bjustices?\b/i],
  ['SECURITY GUARD', /\bbodyguards?\b|\bsecurity (?:guard|agent)s?\b|\bwatch ?m[ae]n\b|\bescorts?\b|\bguards?\b/i],
  ['LAW ENFORCEMENT', /\bpolice(?:m[ae]n)?\b|\bpolice officers?\b|\bcops?\b|\bdetectives?\b/i],
  [
    'ACTIVE MILITARY',
    /\bsoldiers?\b|\btroops?\b|\bmarines?\b|\bsergeants?\b|\bcolonels?\b|\blieutenants?\b|\bgenerals?\b|\bmilitary\b|\barmy\b|\bcorporals?\b|\bseamen\b/i,
  ],
  [
    'POLITICAL FIGURE',
    /\bcandidates?\b|\bsenators?\b|\bpolitician|\bparty\b|\bleaders?\b|\bcongressm[ae]n\b|\bdeput(?:y|ies)\b|\bcouncilm[ae]n\b/i,
  ],
  ['GOVERNMENT OFFICIAL', /\bpresidents?\b|\bministers?\b|\bmayors?\b|\bgovernors?\b|\bofficials?\b|\bsecretary\b/i],
];

/** The first filler whose words stand in the phrase. */
export const setFiller = (list: SetWords, phrase: string): string | undefined => list.find(([, words]) => words.test(phrase))?.[0];

/** Words for people: what is hit and holds one is a human target, were it called an object. */
export const HUMAN_WORDS =
  /\b(?:people|persons?|m[ae]n|wom[ae]n|child(?:ren)?|boys?|girls?|civilians?|peasants?|farmers?|workers?|students?|teachers?|professors?|priests?|nuns?|jesuits?|bishops?|journalists?|reporters?|judges?|mayors?|ministers?|presidents?|generals?|colonels?|majors?|captains?|soldiers?|troops|police(?:m[ae]n)?|agents?|officers?|guards?|bodyguards?|leaders?|officials?|ambassadors?|businessm[ae]n|industrialists?|engineers?|candidates?|members?|victims?|residents?|citizens?|families|family|wife|son|daughter|brother|sister|father|mother|drivers?|passengers?|employees?|guerrillas?|rebels?|inhabitants?|youths?|patients?|tourists?|technicians?|senators?|congressm[ae]n|unionists?|lawyers?|doctors?|governors?)\b/i;
/** What is no physical target of MUC-4: towns and their parts, the state, words without a thing behind them. */
export const NO_OBJECT =
  /\b(?:neighborhoods?|towns?|village|cit(?:y|ies)|country|region|areas?|department|municipality|province|zone|nation|state of|homeland|democracy|process|peace|people|society|system|surprise|attacks?|laboratories|cocaine|drugs?|crops?|evidence)$/i;

/** Whether people are fighters of the other side: soldiers, guerrillas. Incidents with no other target are none for MUC-4. */
export const FIGHTERS =
  /\b(?:soldiers?|troops?|army|military|battalion|brigade|garrison|guerrillas?|rebels?|insurgents?|subversives?|terrorists?|combatants?|fighters?|patrols?|marines?)\b/i;
/** Actors that are the state's. */
export const STATE_ACTORS =
  /\b(?:army|military|soldiers?|armed forces|troops?|police(?:m[ae]n)?|air force|national guard|battalion|government|security forces?|death squads?)\b/i;

export const COUNTRIES: Readonly<Record<string, string>> = {
  SV: 'EL SALVADOR',
  GT: 'GUATEMALA',
  HN: 'HONDURAS',
  AR: 'ARGENTINA',
  BO: 'BOLIVIA',
  CL: 'CHILE',
  CO: 'COLOMBIA',
  EC: 'ECUADOR',
  PE: 'PERU',
};
/** Capital or other large town of a dateline, for reports that name no place. */
export const DATELINES: Readonly<Record<string, string>> = {
  'SAN SALVADOR': 'SV',
  'GUATEMALA CITY': 'GT',
  TEGUCIGALPA: 'HN',
  'BUENOS AIRES': 'AR',
  'LA PAZ': 'BO',
  SANTIAGO: 'CL',
  BOGOTA: 'CO',
  MEDELLIN: 'CO',
  QUITO: 'EC',
  LIMA: 'PE',
};
