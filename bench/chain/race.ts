import { processorTime, type ProcessorTime } from '../support/processor_time.js'

/** The same work by us and by the tools of C; `prepare` and `check` stay out of the measure. */
export interface Contestant<Acte, Played> {
  prepare(count: number): Promise<Acte[]>
  ours(actes: Acte[]): Promise<Played[]>
  theirs(count: number): Promise<void>
  check(played: Played[]): Promise<void>
}

interface Side extends ProcessorTime {
  seconds: number
}

/** Plays short rounds, each side in turn: whatever else the machine does weighs on both. */
export async function race<Acte, Played>(
  contestant: Contestant<Acte, Played>,
  { rounds, actes }: { rounds: number; actes: number }
) {
  const [ours, theirs]: [Side[], Side[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const prepared = await contestant.prepare(actes)
    let played: Played[] = []
    ours.push(await timed(async () => void (played = await contestant.ours(prepared))))
    await contestant.check(played)
    theirs.push(await timed(() => contestant.theirs(actes)))
  }
  const played = rounds * actes
  const [oursAll, theirsAll] = [sum(ours), sum(theirs)]
  const ourProcessor = oursAll.own + oursAll.database
  return {
    actes: played,
    ours: {
      actesPerSecond: rounded(played / oursAll.seconds),
      processorMs: rounded(oursAll.own / played),
      databaseProcessorMs: rounded(oursAll.database / played),
    },
    tools: {
      actesPerSecond: rounded(played / theirsAll.seconds),
      processorMs: rounded(theirsAll.children / played),
    },
    ratio: rounded(theirsAll.seconds / oursAll.seconds),
    ratioOfEachRound: ours.map(({ seconds }, n) => rounded(theirs[n].seconds / seconds)),
    processorRatio: rounded(theirsAll.children / ourProcessor),
  }
}

async function timed(work: () => Promise<unknown>): Promise<Side> {
  const [before, startedAt] = [processorTime(), performance.now()]
  await work()
  const seconds = (performance.now() - startedAt) / 1000
  const after = processorTime()
  return {
    seconds,
    own: after.own - before.own,
    children: after.children - before.children,
    database: after.database - before.database,
  }
}

const sum = (sides: Side[]): Side =>
  sides.reduce((a, b) => ({
    seconds: a.seconds + b.seconds,
    own: a.own + b.own,
    children: a.children + b.children,
    database: a.database + b.database,
  }))

const rounded = (value: number) => Math.round(value * 100) / 100
