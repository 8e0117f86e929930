import { useSyncExternalStore } from 'react';
import { texts } from '../texts.ts';
import { getHealth } from './reports.ts';

const KEY = 'saidso.who';
const changed = new Set<() => void>();

/** The name that this browser's decisions go by; empty until one was chosen. */
const chosen = (): string => window.localStorage.getItem(KEY) ?? '';

/** The chosen name, or the one that the server suggests; on a machine that names no user, a word that stands for one. */
export async function whoAmI(): Promise<string> {
  return chosen() || (await suggestedName());
}
export const suggestedName = async (): Promise<string> => (await getHealth()).who || texts.someone;

export function chooseName(name: string): void {
  if (name.trim() === '') window.localStorage.removeItem(KEY);
  else window.localStorage.setItem(KEY, name.trim());
  for (const tell of changed) tell();
}

export const useChosenName = (): string =>
  useSyncExternalStore((tell) => {
    changed.add(tell);
    return () => changed.delete(tell);
  }, chosen);
