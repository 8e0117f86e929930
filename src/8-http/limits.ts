import type { Limits } from './answers.ts';
import { MOST_JOBS } from './jobs.ts';

const MB = 1024 * 1024;

/** What one request may ask for. */
export const LIMITS: Limits = { body: 2 * MB, file: 100 * MB, upload: 200 * MB, files: 1000, urls: 50, jobs: MOST_JOBS };
