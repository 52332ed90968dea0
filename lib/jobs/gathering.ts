interface Waiting<Asked, Answer> {
  asked: Asked
  resolve(answer: Answer): void
  reject(error: unknown): void
}

/**
 * One exchange for all who ask at once. While one is under way those who come wait, and the next
 * carries them together, `most` at a time; who is alone asks at once. `ask` answers in the order of
 * what it was asked; what it throws is told to each of those that it was asked for.
 */
export function gathering<Asked, Answer>(
  most: number,
  ask: (asked: Asked[]) => Promise<Answer[]>
): (asked: Asked) => Promise<Answer> {
  const waiting: Waiting<Asked, Answer>[] = []
  let isAsking = false

  async function askAll() {
    isAsking = true
    while (waiting.length > 0) await askSome(waiting.splice(0, most))
    isAsking = false
  }

  async function askSome(some: Waiting<Asked, Answer>[]) {
    try {
      const answers = await ask(some.map(({ asked }) => asked))
      for (const [rank, { resolve }] of some.entries()) resolve(answers[rank])
    } catch (error) {
      for (const { reject } of some) reject(error)
    }
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject })
      if (!isAsking) void askAll()
    })
}
