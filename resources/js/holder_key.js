import { base64url, newKeyPair, wrapKey } from '../../lib/sealing.ts'
import { once } from './once.js'
import { post } from './post_json.js'
import { saying } from './saying.js'

const LEAST = 12

/** A holder's key is made here: its private half leaves closed by her passphrase, or not at all. */
async function make(form) {
  const { passphrase, again } = Object.fromEntries(new FormData(form))
  if (passphrase.length < LEAST) throw new Error(`Écrivez au moins ${LEAST} signes.`)
  if (passphrase !== again)
    throw new Error('Les deux phrases diffèrent : écrivez deux fois la même.')
  const { publicKey, privateKey } = await newKeyPair()
  const key = { publicKey: base64url(publicKey), wrapped: await wrapKey(privateKey, passphrase) }
  const { next } = await post(form.action, form.elements._csrf.value, key)
  location.assign(next)
}

export const start = once(() => {
  for (const form of document.querySelectorAll('form[data-holder-key]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      saying(form, '[data-holder-error]', () => make(form))
    })
})
