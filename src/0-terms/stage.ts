/** How far an act got. attempted: tried and failed; foiled: stopped by somebody before it was carried out. */
export const STAGES = ['occurred', 'attempted', 'foiled', 'planned', 'threatened'] as const;
export type Stage = (typeof STAGES)[number];

/** denied: the claim is that the act did NOT happen. */
export const POLARITIES = ['affirmed', 'denied'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** How the report ties an actor to an act. Repetition never raises it. */
export const RESPONSIBILITIES = [
  'fact',
  'claimed',
  'accused',
  'accused-by-authorities',
  'possible',
  'denied',
  'charged',
  'convicted',
  'acquitted',
] as const;
export type Responsibility = (typeof RESPONSIBILITIES)[number];
