import { fromBase64url, parseTrousseau } from '../../lib/sealing.ts'
import { tickLots } from './chosen_lots.js'
import { broughtBegun, forgetBegun, keptBegun, standing } from './begun_plis.js'

/** form -> the sealing that goes on when « Déposer » is pressed. */
const going = new WeakMap()

export const begunIn = (form) => going.get(form) ?? null
export const forgetIn = (form) => going.delete(form)

/**
 * Says that a sending was cut, when this browser kept one that still stands; takes the one that
 * another device gave. The files are chosen again: a page may not open them by itself.
 */
export async function offerToGoOn(form) {
  const { deposit: base } = form.dataset
  const part = form.querySelector('[data-deposit-begun]')
  part.querySelector('[data-deposit-drop]').addEventListener('click', async () => {
    forgetIn(form)
    await forgetBegun(base)
    part.hidden = true
    form.querySelector('[data-envelope]').focus()
  })
  const field = form.querySelector('[data-deposit-brought]')
  const error = form.querySelector('[data-deposit-error]')
  field.addEventListener('change', async () => {
    const [file] = field.files
    if (!file) return
    error.hidden = true
    try {
      const { tender } = await parseTrousseau(fromBase64url(form.dataset.trousseau))
      const isStanding = await goOnWith(form, part, await broughtBegun(file, tender))
      if (!isStanding) throw new Error('Ce pli est déjà déposé, ou n’est pas le vôtre.')
    } catch (failure) {
      error.textContent = failure.message
      error.hidden = false
    }
  })
  const kept = await keptBegun(base)
  if (kept) await goOnWith(form, part, kept)
}

async function goOnWith(form, part, begun) {
  const stands = await standing(form.dataset.deposit, begun)
  if (!stands) return false
  going.set(form, begun)
  form.elements.establishment.value = stands.establishment
  tickLots(
    form,
    begun.files.map(({ envelope }) => envelope)
  )
  const names = begun.files.map(({ name }) => `« ${name} »`)
  part.querySelector('[data-deposit-begun-words]').textContent =
    names.length > 0
      ? `Choisissez de nouveau ${names.join(', ')}, puis pressez « Déposer » : ce qui est déjà arrivé ne repart pas.`
      : 'Choisissez vos fichiers, puis pressez « Déposer ».'
  part.hidden = false
  return true
}

/** Shows what may be done while pieces leave: suspend, or go on with another device. */
export async function whileSending(form, { sender, progress, begun }, work) {
  going.set(form, begun)
  form.querySelector('[data-deposit-begun]').hidden = true
  const tools = form.querySelector('[data-deposit-tools]')
  const [pause, carry] = tools.querySelectorAll('button')
  let isPaused = false
  pause.onclick = () => {
    isPaused = !isPaused
    if (isPaused) sender.pause()
    else sender.resume()
    progress.paused(isPaused)
    pause.textContent = isPaused ? 'Reprendre l’envoi' : 'Suspendre l’envoi'
  }
  carry.onclick = () => save(begun.build(), 'reprise.json')
  tools.hidden = false
  try {
    return await work()
  } finally {
    if (isPaused) pause.onclick()
    tools.hidden = true
  }
}

function save(bytes, name) {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
