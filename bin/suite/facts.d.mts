interface Fact {
  file?: string
  ms?: number
  cpu?: number
}

export function slowestOf(
  facts: Fact[],
  suiteOf: (file: string) => string,
  limits?: { most?: number; least?: number }
): { suite: string; files: { file: string; ms: number; cpu?: number }[] }[]

interface Told {
  suite?: string
  at?: number
}

export function elapsedOf(lists: Told[][]): { suite: string; seconds: number }[]
