import { base64url, openShare, unwrapKey } from '../../lib/sealing.ts'
import { keyOfKit } from './holder_kit.js'
import { once } from './once.js'
import { post } from './post_json.js'
import { saying } from './saying.js'

const SHUT = 'Cette phrase n’ouvre pas votre clé : écrivez-la de nouveau.'

/** A holder opens on her own machine the shares that are sealed for her; her key stays here. */
async function give(form) {
  const answer = await fetch(form.action, { headers: { accept: 'application/json' } })
  const parts = await answer.json()
  if (!answer.ok) throw new Error(parts.title)
  const privateKey = await keyOf(form, parts)
  const shares = await opened(parts, { holder: parts.holder, privateKey })
  await post(form.action, form.elements._csrf.value, { shares })
  location.reload()
}

/** By her passphrase, or by the kit that she kept. */
async function keyOf(form, { wrapped, holder }) {
  const kit = form.elements.kit?.files[0]
  if (kit) return keyOfKit(kit, { holder })
  const passphrase = form.elements.passphrase.value
  if (!passphrase)
    throw new Error('Écrivez votre phrase secrète, ou donnez votre trousse de secours.')
  const key = await unwrapKey(wrapped, passphrase)
  if (key === null) throw new Error(SHUT)
  return key
}

async function opened({ tender, plis }, key) {
  const shares = {}
  for (const { id: pli, envelopes } of plis) {
    shares[pli] = {}
    for (const envelope of envelopes) {
      const share = await openShare({ tender, pli, envelope: envelope.name }, envelope, key)
      if (share) shares[pli][envelope.name] = base64url(share)
    }
  }
  return shares
}

export const start = once(() => {
  for (const form of document.querySelectorAll('form[data-open-shares]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      saying(form, '[data-holder-error]', () => give(form))
    })
})
