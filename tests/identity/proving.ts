import { sendLetters } from './post_office.js'
import type { Visitor } from './visitor.js'

const PASSWORD = 'mot de passe de test'
const PAGE = '/compte/double-authentification'

/** The code of the last letter that sets a first factor up, for an address. */
export async function mailedCode(email: string): Promise<string> {
  const letters = (await sendLetters()).filter(
    ({ to, subject }) => to.includes(email) && subject.startsWith('Votre code')
  )
  return letters.at(-1)!.text.match(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/m)![0]
}

/** Shows that she reads the letters of her account, as before a first second factor. */
export async function proveByMail(visitor: Visitor, email: string): Promise<void> {
  await visitor.get(PAGE)
  await visitor.submit(`${PAGE}/courriel`, { current_password: PASSWORD })
  await visitor.get(`${PAGE}/courriel`)
  await visitor.submit(`${PAGE}/courriel/code`, { code: await mailedCode(email) })
}
