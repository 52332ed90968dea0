import { base64url, newKeyPair, wrapKey } from '../../lib/sealing.ts'
import { keyOfKit, showKit } from './holder_kit.js'
import { once } from './once.js'
import { post } from './post_json.js'
import { saying } from './saying.js'

const LEAST = 12

function phraseOf(form) {
  const { passphrase, again } = Object.fromEntries(new FormData(form))
  if (passphrase.length < LEAST) throw new Error(`Écrivez au moins ${LEAST} signes.`)
  if (passphrase !== again)
    throw new Error('Les deux phrases diffèrent : écrivez deux fois la même.')
  return passphrase
}

/** A holder's key is made here: its private half leaves closed by her passphrase, or not at all. */
async function make(form) {
  const passphrase = phraseOf(form)
  const { publicKey, privateKey } = await newKeyPair()
  const key = { publicKey: base64url(publicKey), wrapped: await wrapKey(privateKey, passphrase) }
  const { handle } = await post(form.action, form.elements._csrf.value, key)
  form.hidden = true
  showKit(form.parentElement.querySelector('[data-kit]'), { holder: handle, privateKey })
}

/** The same key, from the kit that she kept, closed by another passphrase. */
async function close(form) {
  const { holder, publicKey } = form.dataset
  const [file] = form.elements.kit.files
  if (!file) throw new Error('Donnez votre trousse de secours.')
  const passphrase = phraseOf(form)
  const privateKey = await keyOfKit(file, { holder, publicKey })
  const key = { publicKey, wrapped: await wrapKey(privateKey, passphrase) }
  const { next } = await post(form.action, form.elements._csrf.value, key)
  location.assign(next)
}

export const start = once(() => {
  for (const form of document.querySelectorAll('form[data-holder-key]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const work = form.dataset.holder ? close : make
      saying(form, '[data-holder-error]', () => work(form))
    })
})
