import { appUrl } from '#config/app'
import { digest, drawCode, grouped, plainCode } from '#identity'
import { clock } from '#kernel/clock'
import { addIdentifier, endIdentifiers, identifiersOf } from '#app/outsiders/people/identifier'
import { type By, note } from '#app/outsiders/people/told'

/** 58 bits: read on paper, typed by somebody who has all her time, and never guessed. */
const SIGNS = 12

const digestOf = (personId: string, typed: string) => digest(`${personId} ${plainCode(typed)}`)

/** What is printed: the number that names the account, and the code that opens it. */
export interface Paper {
  account: string
  code: string
}

/**
 * Gives the person in context a new code on paper; the former one opens nothing any more. It is
 * told once, and kept as a digest.
 */
export async function writePaper(personId: string, by: By): Promise<Paper> {
  const code = drawCode(SIGNS)
  const now = clock.now().toJSDate()
  await endIdentifiers(personId, 'paper_code', now)
  const value = digestOf(personId, code)
  await addIdentifier({ personId, kind: 'paper_code', value, source: by.kind, provenAt: now })
  await note(personId, 'paper_written', 'Nouveau code sur papier', by)
  return { account: await accountOf(personId), code: grouped(code) }
}

/** The number of the account of the person in context, as it is written for people. */
export async function accountOf(personId: string): Promise<string> {
  const account = (await identifiersOf(personId)).find(({ kind }) => kind === 'account')
  return account ? grouped(account.value) : ''
}

/** Whether what was typed is the code on her paper. */
export const isPaperCode = (
  person: { id: string; paperCode: string | null },
  typed: string
): boolean => person.paperCode !== null && person.paperCode === digestOf(person.id, typed)

/** What the page of a paper shows: it is drawn once, in the answer to whoever asked for it. */
export const onPaper = (paper: Paper) => ({ paper, url: `${appUrl}/moi` })
