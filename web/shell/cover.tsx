import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Claim } from '../../src/index.ts';
import { useSetting } from '../api/settings.ts';
import { texts } from '../texts.ts';

/** Types of which reports often tell in words that are hard to read. */
const HARD = new Set([
  'killing',
  'assassination',
  'bombing',
  'suicide-bombing',
  'stabbing',
  'sexual-violence',
  'torture',
  'air-strike',
  'shelling',
  'armed-attack',
  'vehicle-ramming',
  'judicial-execution',
]);

/** Whether claims tell of killing, wounding, torture or sexual violence. */
export const isGraphic = (claims: readonly Pick<Claim, 'type' | 'toll'>[]): boolean =>
  claims.some(({ type, toll }) => HARD.has(type) || toll.some(({ effect }) => effect === 'killed' || effect === 'injured'));

/** Where the reader has asked to be warned: what follows is shown only when asked for. */
export function Cover({ graphic, children }: { readonly graphic: boolean; readonly children: ReactNode }) {
  const [warn] = useSetting('warn');
  const [shown, setShown] = useState(false);
  if (!warn || !graphic || shown) return children;
  return (
    <div className="cover">
      <h2>{texts.cover.title}</h2>
      <p>{texts.cover.what}</p>
      <Button onClick={() => setShown(true)}>{texts.cover.show}</Button>
    </div>
  );
}
