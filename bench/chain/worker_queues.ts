import { archive, transmitAndPublish, type SignedActe } from './actes.js'

export interface PlayedActe extends SignedActe {
  depositId: string
}

/** Steps 3 to 5 of one acte after the other. */
export async function oneAtATime(actes: SignedActe[]): Promise<PlayedActe[]> {
  const played: PlayedActe[] = []
  for (const acte of actes) {
    const depositId = await transmitAndPublish(acte)
    await archive(acte.tenantId, depositId)
    played.push({ ...acte, depositId })
  }
  return played
}

/** The same for all of them, as the queues of one worker do: so many jobs of each at a time. */
export function manyAtOnce(
  actes: SignedActe[],
  atOnce: { default: number; heavy: number }
): Promise<PlayedActe[]> {
  const [ordinary, heavy] = [gate(atOnce.default), gate(atOnce.heavy)]
  return Promise.all(
    actes.map(async (acte) => {
      const depositId = await ordinary(() => transmitAndPublish(acte))
      await heavy(() => archive(acte.tenantId, depositId))
      return { ...acte, depositId }
    })
  )
}

/** Lets so many through at a time; the others wait for their turn, in their order. */
function gate(places: number) {
  const waiting: (() => void)[] = []
  let free = places
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
