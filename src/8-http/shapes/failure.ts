import type { Failure } from '../failure.ts';
import { shape, text, z } from './shape.ts';

/** The one shape of every fault. */
export const failureShape = shape<Failure>('Failure')(z.object({ error: z.object({ code: text, message: text, hint: text }) }));
