import { base64url, buildHolderKey, parseHolderKey, publicKeyOf } from '../../lib/sealing.ts'

/** Shows a holder what opens her key without her passphrase: once, on her own machine. */
export function showKit(part, { holder, privateKey }) {
  const bytes = buildHolderKey({ holder, privateKey })
  const link = part.querySelector('[data-kit-save]')
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/json' }))
  link.download = `${holder}.key.json`
  part.querySelector('[data-kit-text]').textContent = new TextDecoder().decode(bytes)
  part.querySelector('[data-kit-print]').onclick = () => print()
  part.hidden = false
  part.scrollIntoView()
  link.focus()
}

/** The private key that a kit holds, when it is that of this holder. @throws a French sentence */
export async function keyOfKit(file, { holder, publicKey }) {
  const kit = parseHolderKey(new Uint8Array(await file.arrayBuffer()))
  const isHers =
    kit.holder === holder &&
    (publicKey === undefined || base64url(await publicKeyOf(kit.privateKey)) === publicKey)
  if (!isHers) throw new Error('Cette trousse de secours est celle d’une autre clé.')
  return kit.privateKey
}
