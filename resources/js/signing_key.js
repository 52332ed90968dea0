const DIGESTS = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' }

/** A worker opens the .p12 beside the page; only a key that cannot be read back stays. */
export function openP12(file, password, onProgress) {
  const worker = new Worker(new URL('./p12_worker.js', import.meta.url), { type: 'module' })
  const opened = new Promise((resolve, reject) => {
    worker.addEventListener('error', () => reject(new P12Trouble('browser')))
    worker.addEventListener('message', ({ data }) => {
      if (data.done !== undefined) return onProgress(data.done)
      if (data.trouble) reject(new P12Trouble(data.trouble))
      else resolve(keep(data.opened))
    })
    file.arrayBuffer().then(
      (bytes) => worker.postMessage({ bytes, password }, [bytes]),
      () => reject(new P12Trouble('unreadable'))
    )
  })
  return { opened: opened.finally(() => worker.terminate()), stop: () => worker.terminate() }
}

/** Why a .p12 gives no key. */
export class P12Trouble extends Error {
  constructor(trouble) {
    super(trouble)
    this.trouble = trouble
  }
}

/** The hash of an RSA key is fixed when it is imported: one key for each of them. */
async function keep({ certificate, chain, pkcs8, algorithm }) {
  const keys = {}
  for (const [digestName, hash] of Object.entries(DIGESTS)) {
    const how = { ...algorithm, hash }
    keys[digestName] = await crypto.subtle.importKey('pkcs8', pkcs8, how, false, ['sign'])
  }
  pkcs8.fill(0)
  const sign = async (digestName, bytes) => {
    const how = { name: algorithm.name, hash: DIGESTS[digestName] }
    const value = new Uint8Array(await crypto.subtle.sign(how, keys[digestName], bytes))
    return algorithm.name === 'ECDSA' ? inDer(value) : value
  }
  return { certificate, chain, sign }
}

/** Browsers give r and s side by side (IEEE P1363); a CMS wants Ecdsa-Sig-Value (RFC 3279 §2.2.3). */
function inDer(value) {
  const half = value.length / 2
  const content = [integer(value.subarray(0, half)), integer(value.subarray(half))].flat()
  return Uint8Array.from([0x30, ...lengthOf(content.length), ...content])
}

function integer(bytes) {
  let first = 0
  while (first < bytes.length - 1 && bytes[first] === 0) first++
  const value = [...bytes.subarray(first)]
  if (value[0] & 0x80) value.unshift(0)
  return [0x02, ...lengthOf(value.length), ...value]
}

const lengthOf = (length) => (length < 0x80 ? [length] : [0x81, length])
