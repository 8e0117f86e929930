/** The first ten characters of an id: enough to name one in any ordinary database; commands take such a beginning for the whole. */
export const shortId = (id: string): string => id.slice(0, 10);
