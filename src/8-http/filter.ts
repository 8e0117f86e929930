import type { Codebook } from '../5-claims/codebook/codebook.ts';
import type { EventQuery } from '../7-records/overview.ts';
import { dayIn, listIn, wholeIn } from './asked-values.ts';
import { status } from './shapes/events.ts';
import { stage } from './shapes/record.ts';
import { z } from './shapes/shape.ts';

const yesOrNo = z.enum(['yes', 'no']).optional();

/** The filter of events, as an address gives it. */
export const filterQuery = z.object({
  q: z.string().max(500).optional().openapi({ description: 'words, or "phrases", that a report of the event holds' }),
  event: listIn.openapi({ description: 'ids of events' }),
  type: listIn,
  family: listIn,
  stage: z.array(stage).max(20).optional(),
  status: z.array(status).max(20).optional(),
  actor: listIn,
  target: listIn,
  place: listIn,
  country: listIn.openapi({ description: 'ISO 3166-1 alpha-2' }),
  admin1: listIn,
  source: listIn.openapi({ description: 'publisher of one of its reports' }),
  report: z.string().max(100).optional().openapi({ description: 'id of a report that tells of it' }),
  since: dayIn,
  until: dayIn,
  bbox: z
    .string()
    .optional()
    .transform((value, context) => {
      if (value === undefined) return undefined;
      const box = value.split(',').map(Number);
      const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = box;
      const fits = box.length === 4 && Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
      if (fits) return [west, south, east, north] as const;
      context.addIssue({ code: 'custom', message: 'give west,south,east,north in degrees, e.g. 60,23,77,37' });
      return z.NEVER;
    })
    .openapi({ type: 'string', example: '60,23,77,37' }),
  killed: wholeIn(0, 1e9).optional().openapi({ description: 'at least so many, by the best figure' }),
  injured: wholeIn(0, 1e9).optional(),
  placed: yesOrNo.openapi({ description: 'whether it stands on the map' }),
  disputed: yesOrNo.openapi({ description: 'whether its accounts differ' }),
  ruled: yesOrNo.openapi({ description: 'whether a person has ruled on it' }),
});

/** The filter that a query stands for; families become their types. */
export function eventQueryOf(asked: z.output<typeof filterQuery>, codebook: Codebook): EventQuery {
  const { q, family, report, since, until, bbox, killed, injured, placed, disputed, ruled } = asked;
  const lists = Object.fromEntries(
    (['event', 'type', 'stage', 'status', 'actor', 'target', 'place', 'admin1', 'source'] as const).flatMap((name) =>
      asked[name] === undefined ? [] : [[name, asked[name]]],
    ),
  ) as Pick<EventQuery, 'type' | 'stage' | 'status'>;
  return {
    ...lists,
    ...(asked.country === undefined ? {} : { country: asked.country.map((code) => code.toUpperCase()) }),
    ...(family === undefined ? {} : { among: codebook.types.filter((type) => family.includes(type.family)).map(({ id }) => id) }),
    ...(q === undefined ? {} : { q }),
    ...(report === undefined ? {} : { report }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(bbox === undefined ? {} : { bbox }),
    ...(killed === undefined ? {} : { killed }),
    ...(injured === undefined ? {} : { injured }),
    ...(placed === undefined ? {} : { placed: placed === 'yes' }),
    ...(disputed === undefined ? {} : { disputed: disputed === 'yes' }),
    ...(ruled === undefined ? {} : { ruled: ruled === 'yes' }),
  };
}
