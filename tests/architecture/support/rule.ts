import { test } from '@japa/runner'

/** What a rule reproaches: `where: what is wrong`, one line each. Empty when all is well. */
export type Reproaches = string[] | Promise<string[]>

interface Rule {
  house: () => Reproaches
  planted: () => Reproaches
  /** Each must be found among what is said of the planted breaches. */
  catches: RegExp[]
}

/** A rule of the house, next to planted breaches: a rule that nothing breaks proves nothing. */
export function rule(sentence: string, { house, planted, catches }: Rule): void {
  test(sentence, async ({ assert }) => {
    assert.deepEqual(await house(), [])
  })

  test(`${sentence}: a planted breach is seen`, async ({ assert }) => {
    const said = await planted()
    for (const breach of catches) {
      assert.isTrue(
        said.some((line) => breach.test(line)),
        `${breach} was not seen in:\n${said.join('\n')}`
      )
    }
  })
}
