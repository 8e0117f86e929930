import { z } from '@hono/zod-openapi';

export { z };

/** A type whose optional parts may also be undefined: what zod makes of `optional()`. */
type Loose<T> = T extends readonly unknown[] | string | number | boolean | null
  ? T extends readonly unknown[]
    ? { readonly [K in keyof T]: Loose<T[K]> }
    : T
  : { readonly [K in keyof T as object extends Pick<T, K> ? never : K]: Loose<T[K]> } & {
      readonly [K in keyof T as object extends Pick<T, K> ? K : never]?: Loose<T[K]> | undefined;
    };

/** A schema by name that gives what the type says; the compiler holds the two together, so that the OpenAPI page cannot lie. */
export const shape =
  <T>(name: string) =>
  <S extends z.ZodType<Loose<T>>>(schema: S): S =>
    schema.openapi(name);

export const text = z.string();
export const maybeText = z.string().nullable();
export const count = z.number().int().min(0);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const maybeDay = day.nullable();
export const span = z.tuple([z.number().int().min(0), z.number().int().min(0)]);
export const texts = z.array(z.string());

/** One page of a list. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: maybeText.openapi({ description: 'hand back as `after`; null on the last page' }), total: count });
export const itemsOf = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item) });
