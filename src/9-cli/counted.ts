/** "1 claim", "2 claims", "1,200 reports": the noun in the number it needs. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
