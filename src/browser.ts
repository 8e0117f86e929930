/** What runs without Node's own modules: reading, and making a kit from files that the page fetched itself. */
export { type Kit, type KitFiles, makeKit } from './kit.ts';
export { read } from './read.ts';
