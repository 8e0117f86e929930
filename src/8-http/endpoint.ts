import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { InputError } from '../0-terms/errors.ts';
import { withTag } from './etag.ts';
import { refuse } from './failure.ts';
import { failureShape } from './shapes/failure.ts';
import { z } from './shapes/shape.ts';

/** One route: what it takes, what it gives, and what makes the one of the other. Stands in the OpenAPI page just as it is checked. */
export interface Endpoint<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly method: 'get' | 'post' | 'delete';
  /** As OpenAPI writes it: `/api/reports/{id}`. */
  readonly path: string;
  readonly tag: Tag;
  /** One sentence. */
  readonly about: string;
  readonly params?: P;
  readonly query?: Q;
  /** JSON body; a multipart one is described by `upload` and read by the handler. */
  readonly body?: B;
  readonly upload?: z.ZodType;
  readonly gives: z.ZodType | { readonly mediaType: string; readonly about: string };
  readonly status?: 200 | 201 | 202;
  /** Statuses of refusals beside 400 and those that every route has. */
  readonly refusals?: readonly number[];
  readonly handle: (asked: Asked<P, Q, B>) => unknown;
}
export type Tag = 'The record' | 'Overview' | 'Adding' | 'Deciding' | 'The server';

export interface Asked<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
  readonly context: Context;
}

/** Makes a route and tells of it. The handler gives the answer as JSON, or a Response of its own. */
export function endpoint<
  P extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Q extends z.ZodObject = z.ZodObject<Record<never, never>>,
  B extends z.ZodType = z.ZodUndefined,
>(api: OpenAPIHono, route: Endpoint<P, Q, B>): void {
  describe(api, route as unknown as Endpoint<z.ZodObject, z.ZodObject, z.ZodType>);
  const { method, path, params, query, body, status = 200, handle } = route;
  api.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
    if (body !== undefined && !/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
      return refuse(context, 415, 'not-json', 'The body must be JSON.', 'Send it with Content-Type: application/json.');
    const asked = {
      params: params === undefined ? {} : checked(params, context.req.param()),
      query: checked(query ?? NOTHING, queryOf(context, query ?? NOTHING)),
      body: body === undefined ? undefined : checked(body, await bodyOf(context)),
      context,
    } as Asked<P, Q, B>;
    const answer = await handle(asked);
    if (answer instanceof Response) return answer;
    return method === 'get' ? withTag(context, answer) : context.json(answer as object, status);
  });
}

const NOTHING = z.object({});

/** Empty values count as not given; a list takes all values of its name, everything else the first. */
function queryOf(context: Context, query: z.ZodObject): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, all] of Object.entries(context.req.queries())) {
    const given = all.filter((value) => value !== '');
    const schema = query.shape[name];
    if (schema === undefined)
      throw new InputError(
        `there is no query "${name.slice(0, 40)}" here; ${Object.keys(query.shape).length === 0 ? 'leave it out' : `there are: ${Object.keys(query.shape).join(', ')}`}`,
      );
    if (given.length > 0) values[name] = isList(schema) ? given : given[0];
  }
  return values;
}

function isList(schema: unknown): boolean {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap();
  return inner instanceof z.ZodArray;
}

async function bodyOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json<unknown>();
  } catch (cause) {
    if ((cause as Error).name === 'BodyLimitError') throw cause;
    throw new InputError('the body is no JSON; send an object such as {"text": "…"}', { cause });
  }
}

/** What fits the schema; else an InputError of one line with the first thing that does not. */
function checked<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const at = issue?.path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(' ') ?? '';
  const said = (issue?.message ?? 'is not as it should be').replace(/^Invalid (?:input|option): /, '');
  throw new InputError(`${at === '' ? '' : `${at}: `}${said}`);
}

function describe(api: OpenAPIHono, route: Endpoint<z.ZodObject, z.ZodObject, z.ZodType>): void {
  const { method, path, tag, about, params, query, body, upload, gives, status = 200, refusals = [] } = route;
  const fault = (code: number) =>
    [code, { description: FAULTS[code] ?? 'refused', content: { 'application/json': { schema: failureShape } } }] as const;
  api.openAPIRegistry.registerPath({
    method,
    path,
    tags: [tag],
    summary: about,
    operationId: `${method}${path.replaceAll(/\/api|[{}]/g, '').replaceAll(/[/-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    request: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { body: { required: true, content: { 'application/json': { schema: body } } } }),
      ...(upload === undefined ? {} : { body: { required: true, content: { 'multipart/form-data': { schema: upload } } } }),
    },
    responses: {
      [status]:
        gives instanceof z.ZodType
          ? { description: 'as asked', content: { 'application/json': { schema: gives } } }
          : { description: gives.about, content: { [gives.mediaType]: { schema: z.string() } } },
      ...(method === 'get' ? { 304: { description: 'not changed since the ETag in If-None-Match' } } : {}),
      ...Object.fromEntries([400, 401, 403, ...refusals, 500, 503].map(fault)),
    },
  });
}

const FAULTS: Readonly<Record<number, string>> = {
  400: 'something that was given cannot be',
  401: 'no token, or a wrong one',
  403: 'not from a page or program of this machine',
  404: 'there is none',
  409: 'too much is being done already',
  413: 'too large',
  415: 'another content type is needed',
  422: 'no report, whatever else it is',
  500: 'a fault of Saidso',
  503: 'the database cannot be used',
};
