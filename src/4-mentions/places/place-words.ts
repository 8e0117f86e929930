/** Closed classes of words around place names. All lower case. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Prepositions that nearly always bring a place before a name. */
export const LOCATIVE = set(
  'in at near from around across outside inside throughout into toward towards via outside beyond along between through off',
);
/** Prepositions that may. */
export const PERHAPS_LOCATIVE = set('to of on for between and or');
/** Words after a name that make the place one of that kind: "Kunar Province". */
export const DIVISIONS = set(
  'province governorate district county state region oblast prefecture department division parish city town village island islands municipality suburb neighborhood neighbourhood canton agency territory airport valley township borough tehsil raion',
);
/** Words before "of NAME" or right before a name: "the city of X", "the village of X". */
export const KINDS_OF_PLACE = set(
  "city town village district province region state capital county port island governorate neighborhood neighbourhood suburb outskirts municipality department area settlement camp town's republic kingdom coast mayor people",
);
/** Parts of the compass and of a place, before a name: "northern Sindh", "downtown Cairo". */
export const PARTS = set(
  'north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western north-east north-west south-east south-west upper lower downtown mainland rural greater coastal inner old war-torn nearby neighbouring neighboring',
);
/** Words after a name that make it part of the name of an institution. */
export const INSTITUTIONS = set(
  "police university college school hospital department ministry government court council assembly parliament army bank times post herald daily news tribune journal airport stadium united fc club institute center centre board commission committee authority airlines airways association party front brigade company corporation corp inc ltd co museum church cathedral mosque temple street road avenue highway bridge river park hotel square gate house tower hall office sheriff sheriff's fire high supreme national state international district general attorney mayor governor agency force forces guard coalition agreement accord treaty declaration conference summit campus observer gazette press radio television tv broadcasting consensus championship cup league open festival province",
);
/** Titles after which a name is a person's. */
export const TITLES = set(
  'mr mr. mrs mrs. ms ms. dr dr. sir lord lady prof prof. professor president minister senator sen sen. rep rep. gen gen. general col col. colonel maj maj. major capt capt. captain lt lt. lieutenant sgt sgt. sergeant judge justice sheikh sheik imam maulana mullah prince princess king queen pope bishop rev rev. father sister brother chancellor secretary ambassador spokesman spokeswoman spokesperson commander chief detective inspector officer constable superintendent coach cpl cpl. pvt pvt. adm adm. admiral',
);
/** Verbs and nouns of speech after which a bare name is rather a person's. */
export const SPEECH = set('said says added told asked wrote testified recalled explained insisted tweeted joked');
/** Capitalised words that are no places by themselves, though somewhere a town has each of these names. */
export const NEVER = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december god allah muslim christian islam islamic bible internet facebook twitter google al el de la the a an and or of in to for is are was were be been has have had he she it we they you i my his her its our their this that these those not but if as at by on with from no yes mr mrs ms dr sir police army government president minister mayor university college school hospital court street road union party church house senate congress parliament state city county district north south east west northern southern eastern western central new old great united national international royal general major captain man woman son media press radio post times news star sun daily first second third world war day date time year week month today tomorrow yesterday english french german spanish russian chinese arab arabic indian best most green blue red black white brown young long king queen prince bush ford lee martin clinton kelly grant temple center centre deputy federal local public attorney sheriff officer officers said page story photo about after also all both can do every home here how just let like look many more much never now one only other over own per same see so some still such than then there three through two under until up us very what when where which while who why will would your said may much ocean independence liberty',
);
