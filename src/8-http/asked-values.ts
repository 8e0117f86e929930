import type { Paging } from '../7-records/paging.ts';
import { z } from './shapes/shape.ts';

/** A day of the calendar. */
export const isDay = (value: string): boolean => {
  const time = Date.parse(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
};

export const dayIn = z
  .string()
  .refine(isDay, { message: 'give a day as YYYY-MM-DD, e.g. 2017-09-12' })
  .optional()
  .openapi({ format: 'date', example: '2017-09-12' });

/** Several values of one name; any one must fit. */
export const listIn = z.array(z.string().max(300)).max(200).optional();

/** A whole number that came as text. */
export const wholeIn = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, { message: `give a whole number from ${low} to ${high}` })
    .transform(Number)
    .refine((n) => n >= low && n <= high, { message: `give a whole number from ${low} to ${high}` })
    .openapi({ type: 'integer', minimum: low, maximum: high });

export const pagingQuery = {
  limit: wholeIn(1, 500).optional().openapi({ description: '1 to 500; 50 when not given' }),
  after: z.string().max(1000).optional().openapi({ description: '`next` of the page before' }),
};
export const pagingOf = ({ limit, after }: { readonly limit?: number | undefined; readonly after?: string | undefined }): Paging => ({
  ...(limit === undefined ? {} : { limit }),
  ...(after === undefined ? {} : { after }),
});

/** An id, or the beginning of one. */
export const idIn = z.object({ id: z.string().min(1).max(200) });
