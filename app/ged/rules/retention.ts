const FINAL_ACTIONS = { keep: 'Conservation', destroy: 'Élimination', sort: 'Tri' } as const
export type FinalAction = keyof typeof FINAL_ACTIONS

export const finalActionLabel = (action: FinalAction): string => FINAL_ACTIONS[action]

/** Those that a form offers. */
export const FINAL_ACTION_CHOICES = Object.entries(FINAL_ACTIONS).map(([value, label]) => ({
  value,
  label,
}))

/** As instructions on archives and their tables write it (DAF/DPACI/RES/2009/018: C, D, T). */
const WRITTEN: Record<string, FinalAction> = {
  keep: 'keep',
  c: 'keep',
  conserver: 'keep',
  conservation: 'keep',
  destroy: 'destroy',
  d: 'destroy',
  detruire: 'destroy',
  destruction: 'destroy',
  eliminer: 'destroy',
  elimination: 'destroy',
  sort: 'sort',
  t: 'sort',
  tri: 'sort',
  trier: 'sort',
}

/** The final action that a word means; null when it means none. */
export function finalActionOf(text: string): FinalAction | null {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return WRITTEN[plain] ?? null
}
