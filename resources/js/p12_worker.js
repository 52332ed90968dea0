import { openPfx } from '../../lib/signature/p12/open_pfx.ts'
import { fromBinary, toBinary } from '../../lib/signature/p12/tools.ts'
import forge from './p12.js'
import { identityAmong } from './p12_identity.js'

const DIGESTS = {
  'SHA-1': () => forge.md.sha1.create(),
  'SHA-256': () => forge.md.sha256.create(),
  'SHA-384': () => forge.md.sha384.create(),
  'SHA-512': () => forge.md.sha512.create(),
}

const tools = {
  forge,
  digest: (name, bytes) => fromBinary(DIGESTS[name]().update(toBinary(bytes)).digest().getBytes()),
  breathe: (done) => postMessage({ done }),
}

/** Minutes of derivation stop nobody from reading: all of it happens beside the page. */
addEventListener('message', async ({ data: { bytes, password } }) => {
  try {
    const opened = await identityAmong(forge, await openPfx(tools, new Uint8Array(bytes), password))
    postMessage({ opened }, [opened.pkcs8.buffer])
  } catch (error) {
    postMessage({ trouble: error.trouble ?? 'unreadable' })
  }
})
