import type { RunOptions } from './options.js';

/** How much of the catalogue a run plays. */
export const efforts = ['smoke', 'standard', 'deep'] as const;
export type Effort = (typeof efforts)[number];

/** What each effort changes of the other options. A smoke run also plays fewer inputs of each case. */
export const effortOptions: Readonly<
  Record<Effort, Partial<Pick<RunOptions, 'sequences' | 'races' | 'draws' | 'audit' | 'budgetMs'>>>
> = {
  smoke: { sequences: 0, audit: false },
  standard: {},
  deep: { sequences: 450, races: 10, draws: 3, budgetMs: 120_000 },
};
