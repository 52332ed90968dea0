import type { Run } from './run.js'

/** Runs of one kind that follow each other, as one; within a change, what goes before what comes. */
export function joined(runs: Run[]): Run[] {
  const all: Run[] = []
  let change: { gone: Run[]; new: Run[] } = { gone: [], new: [] }
  const close = () => {
    for (const kind of ['gone', 'new'] as const) {
      const some = change[kind]
      if (some.length > 0)
        all.push({ kind, at: some[0].at, words: some.flatMap((one) => one.words) })
    }
    change = { gone: [], new: [] }
  }
  for (const run of runs.filter(({ words }) => words.length > 0)) {
    if (run.kind !== 'same') change[run.kind].push(run)
    else {
      close()
      const last = all.at(-1)
      if (last?.kind === 'same') last.words = [...last.words, ...run.words]
      else all.push({ ...run })
    }
  }
  close()
  return all
}
