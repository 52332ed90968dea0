import { Sha256Digest, tryThisMachine } from '../../lib/sealing.ts'
import { once } from './once.js'

/** Tries on this machine all that a pli asks, and says what came of it; nothing leaves it. */
async function tryIt(part) {
  const said = part.querySelector('[role="status"]')
  said.textContent = 'Essai en cours…'
  try {
    await tryThisMachine(() => new Sha256Digest())
    said.textContent = 'Votre poste sait sceller un pli, et le rouvrir : il est prêt.'
  } catch (failure) {
    said.textContent = failure.message
  }
}

export const start = once(() => {
  for (const part of document.querySelectorAll('[data-machine-trial]')) {
    const button = part.querySelector('button')
    button.hidden = false
    button.addEventListener('click', () => tryIt(part))
  }
})
