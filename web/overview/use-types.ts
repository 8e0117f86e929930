import { useMemo } from 'react';
import { useAnswers } from './answers.ts';
import { useAnswer } from './use-answer.ts';

/** The types of the codebook, by family and by label. */
export function useTypes() {
  const answers = useAnswers();
  const { value } = useAnswer('families', answers.families, true);
  const families = useMemo(() => value ?? [], [value]);
  const labels = useMemo(() => new Map(families.flatMap(({ types }) => types.map(({ id, label }) => [id, label] as const))), [families]);
  return { families, labels };
}
