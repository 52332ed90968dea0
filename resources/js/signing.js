import { once } from './wake.js'

const DIGESTS = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' }

const toBase64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
const fromBinary = (text) => Uint8Array.from(text, (char) => char.charCodeAt(0))

/** An explanation for the person; anything else is a fault of ours. */
class Explained extends Error {}

/** The key and the certificates of a .p12, opened in this page: neither leaves it. */
async function openStore(file, password) {
  const { default: forge } = await import('./p12.js')
  const text = Array.from(new Uint8Array(await file.arrayBuffer()), (byte) =>
    String.fromCharCode(byte)
  )
  let store
  try {
    store = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(text.join('')), password)
  } catch {
    throw new Explained('Ce certificat ne s’ouvre pas : vérifiez le fichier et son mot de passe.')
  }
  const bags = (type) => store.getBags({ bagType: type })[type] ?? []
  const { pkcs8ShroudedKeyBag, keyBag, certBag } = forge.pki.oids
  const key = [...bags(pkcs8ShroudedKeyBag), ...bags(keyBag)].find((bag) => bag.key)?.key
  if (!key) throw new Explained('Ce fichier ne contient pas de clé de signature RSA.')
  const certificates = bags(certBag).flatMap((bag) => bag.cert ?? [])
  const own = certificates.find(({ publicKey }) => publicKey.n?.equals(key.n))
  if (!own) throw new Explained('Ce fichier contient une clé, mais pas son certificat.')
  const der = (certificate) =>
    fromBinary(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes())
  return {
    certificate: der(own),
    chain: certificates.filter((one) => one !== own).map(der),
    pkcs8: fromBinary(
      forge.asn1.toDer(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key))).getBytes()
    ),
  }
}

/** PKCS#1 v1.5, by the browser's own cryptography; the imported key cannot be read back. */
async function sign(pkcs8, { digestName, signedAttributes }) {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: DIGESTS[digestName] }
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign(algorithm, key, fromBase64(signedAttributes)))
}

async function post(address, token, body) {
  const answer = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'accept': 'application/json',
      'content-type': 'application/json',
      'x-csrf-token': token,
    },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Explained(
      'La connexion a été coupée. Rouvrez le dossier : s’il attend encore votre signature, recommencez.'
    )
  })
  const said = await answer.json().catch(() => ({}))
  if (!answer.ok) {
    throw new Explained(
      said.title ?? 'Le serveur n’a pas pu répondre. Essayez de nouveau dans un instant.'
    )
  }
  return said
}

async function hold(form, tell) {
  const { store, password, _csrf: token } = form.elements
  tell('Ouverture du certificat…')
  const opened = await openStore(store.files[0], password.value)
  try {
    tell('Préparation des documents…')
    const session = await post(form.dataset.ceremony, token.value, {
      certificate: toBase64(opened.certificate),
      chain: opened.chain.map(toBase64),
    })
    tell('Signature…')
    const signatures = []
    for (const item of session.items) {
      signatures.push({ item: item.item, value: toBase64(await sign(opened.pkcs8, item)) })
    }
    const { page } = await post(session.answer, token.value, { nonce: session.nonce, signatures })
    password.value = ''
    location.assign(page)
  } finally {
    opened.pkcs8.fill(0)
  }
}

function explain(form, error) {
  const alert = form.querySelector('[data-ceremony-error]')
  alert.querySelector('p').textContent =
    error instanceof Explained
      ? error.message
      : 'La signature n’a pas pu se faire dans ce navigateur. Essayez avec un navigateur à jour.'
  alert.hidden = false
  alert.focus()
}

/** The signing ceremony: only the certificate goes out, only signatures come back. */
export const start = once(() => {
  for (const form of document.querySelectorAll('form[data-ceremony]')) {
    const status = form.querySelector('[data-ceremony-status]')
    const button = form.querySelector('button:not([type="button"])')
    form.hidden = false
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      if (button.disabled || !form.reportValidity()) return
      button.disabled = true
      form.querySelector('[data-ceremony-error]').hidden = true
      await hold(form, (words) => (status.textContent = words)).catch((error) => {
        status.textContent = ''
        button.disabled = false
        explain(form, error)
      })
    })
  }
})
