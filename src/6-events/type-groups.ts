/** Acts that reports take for one another: what one calls a bombing another calls an attack or a killing. */
const VIOLENT: Readonly<Record<string, string>> = {
  'armed-attack': '',
  killing: '',
  assassination: '',
  clash: '',
  bombing: 'explosive',
  'suicide-bombing': 'explosive',
  'air-strike': 'air',
  shelling: 'shell',
  stabbing: 'blade',
  'vehicle-ramming': 'vehicle',
};
const UNREST: Readonly<Record<string, string>> = { riot: '', protest: '', crackdown: '', 'strike-action': 'strike' };
const JUSTICE: Readonly<Record<string, string>> = { charge: '', conviction: 'end', acquittal: 'end' };

/** The group of types within which two claims may be about one happening. */
export function groupOf(type: string): string {
  if (type in VIOLENT) return 'violence';
  if (type in UNREST) return 'unrest';
  if (type in JUSTICE) return 'justice';
  return type;
}

/** Whether two types of one group speak of different means, e.g. a knife and a bomb. */
export function meansDiffer(a: string, b: string): boolean {
  const one = VIOLENT[a] ?? UNREST[a] ?? JUSTICE[a] ?? '';
  const two = VIOLENT[b] ?? UNREST[b] ?? JUSTICE[b] ?? '';
  return one !== '' && two !== '' && one !== two;
}
