import type { OpenAPIHono } from '@hono/zod-openapi';

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** Of OpenAPI what the page shows. */
interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Schema;
    readonly description?: string;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const code = (text: string): string => `<code>${escaped(text)}</code>`;
const told = (text: string): string => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** The API to read: plain HTML out of the OpenAPI document, without scripts; the one style carries the nonce. */
export function readable(document: Document, nonce: string): string {
  const paths = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(paths.map(({ operation }) => operation.tags?.[0] ?? ''))];
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escaped(document.info.title)}</title>
<style nonce="${nonce}">${STYLE}</style></head><body><main>
<h1>${escaped(document.info.title)} ${escaped(document.info.version)}</h1>
<p>${told(document.info.description ?? '')}</p>
<nav aria-label="Sections"><ul>${tags.map((tag) => `<li><a href="#${slug(tag)}">${escaped(tag)}</a></li>`).join('')}<li><a href="#shapes">Shapes</a></li></ul></nav>
${tags
  .map(
    (tag) =>
      `<h2 id="${slug(tag)}">${escaped(tag)}</h2>${paths
        .filter(({ operation }) => operation.tags?.[0] === tag)
        .map(({ path, method, operation }) => route(path, method, operation))
        .join('')}`,
  )
  .join('')}
<h2 id="shapes">Shapes</h2>
${schemas.map(([name, schema]) => `<h3 id="shape-${escaped(name)}">${escaped(name)}</h3>${fields(schema)}`).join('')}
</main></body></html>`;
}

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z]+/g, '-');

function route(path: string, method: string, { summary, parameters = [], requestBody, responses }: Operation): string {
  const body = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<p>Body, ${code(type)}: ${typed(schema)}</p>${fields(schema, true)}`,
  );
  const rows = parameters.map(
    ({ name, in: place, required, schema, description }) =>
      `<tr><td>${code(name)}</td><td>${place}${required === true ? ', needed' : ''}</td><td>${typed(schema)}</td><td>${told(description ?? schema?.description ?? '')}</td></tr>`,
  );
  const answers = Object.entries(responses).map(
    ([status, { description, content = {} }]) =>
      `<li>${status}: ${told(description)}${Object.entries(content)
        .map(([type, { schema }]) => ` – ${type === 'application/json' ? typed(schema) : code(type)}`)
        .join('')}</li>`,
  );
  return `<section><h3>${code(`${method.toUpperCase()} ${path}`)}</h3><p>${told(summary ?? '')}</p>${
    rows.length > 0 ? `<table><tr><th>Name</th><th>In</th><th>Type</th><th></th></tr>${rows.join('')}</table>` : ''
  }${body.join('')}<ul>${answers.join('')}</ul></section>`;
}

function typed(schema: Schema | undefined): string {
  if (schema === undefined) return '';
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return `<a href="#shape-${escaped(name)}">${escaped(name)}</a>`;
  }
  const several = schema.oneOf ?? schema.anyOf;
  if (several !== undefined) return several.map(typed).join(' or ');
  if (schema.allOf !== undefined) return schema.allOf.map(typed).join(' and ');
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(' ');
  if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(typed).join(', ')}]`;
  if (schema.items !== undefined) return `list of ${typed(schema.items)}`;
  if (schema.properties !== undefined) return `{${Object.keys(schema.properties).map(escaped).join(', ')}}`;
  if (typeof schema.additionalProperties === 'object') return `object of ${typed(schema.additionalProperties)}`;
  return escaped([schema.type ?? 'any'].flat().join(' or '));
}

function fields(schema: Schema | undefined, quiet = false): string {
  if (schema?.properties === undefined) return quiet ? '' : `<p>${typed(schema)}</p>`;
  const rows = Object.entries(schema.properties).map(
    ([name, one]) =>
      `<tr><td>${code(name)}${schema.required?.includes(name) === true ? '' : ' <i>optional</i>'}</td><td>${typed(one)}</td><td>${told(one.description ?? '')}</td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; } h3 { margin-bottom: 0.25rem; } section { margin: 1.5rem 0; }
table { border-collapse: collapse; width: 100%; } td, th { border-top: 1px solid #8886; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
code { font-family: ui-monospace, monospace; }`;
