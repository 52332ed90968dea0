import { sendForm } from './upload_form.js'
import { progressOf } from './upload_progress.js'
import { say } from './toast.js'
import { once } from './once.js'

/** Below that, a file goes with its form: cutting it in pieces would spare nothing. */
const SMALL = 1_000_000

const STOPPED = 'L’envoi est arrêté. Vos fichiers sont toujours dans le formulaire.'

const filesOf = (form) =>
  [...form.querySelectorAll('input[type="file"]')].flatMap((field) =>
    [...field.files].map((file) => ({ field, file }))
  )

/** The large files go first, one after the other; their form then names them. */
async function sendLarge(form, data, large, shown) {
  const { sendInPieces } = await import('./resumable.js')
  const total = large.reduce((sum, { file }) => sum + file.size, 0)
  let before = 0
  for (const { field, file } of large) {
    const sending = sendInPieces(file, {
      address: form.dataset.depots,
      token: form.elements._csrf.value,
      onProgress: (bytes) => shown.advance(before + bytes, total),
      onWait: () => shown.say('La connexion est coupée : l’envoi reprendra de lui-même'),
    })
    shown.drive(sending)
    const id = await sending.done
    before += file.size
    const kept = data.getAll(field.name).filter((one) => one !== file)
    data.delete(field.name)
    for (const one of kept) data.append(field.name, one)
    data.append(`uploads[${field.name.replace('[]', '')}][]`, id)
  }
}

function reasonOf(error) {
  if (error.name === 'AbortError') return STOPPED
  const said = error.originalResponse?.getBody()
  try {
    return JSON.parse(said).title
  } catch {
    return 'L’envoi n’a pas pu se terminer. Ce qui est parti est gardé : envoyez de nouveau pour reprendre.'
  }
}

const isSignedOut = (error) => [401, 419].includes(error.originalResponse?.getStatus())

async function send(form, submitter, files) {
  const data = new FormData(form, submitter)
  const shown = progressOf(form)
  const large = form.dataset.depots ? files.filter(({ file }) => file.size > SMALL) : []
  try {
    if (large.length > 0) await sendLarge(form, data, large, shown)
    await sendForm(form, submitter, data, shown)
  } catch (error) {
    // Signed out while the files left: the form goes alone, so that the words are kept and one signs in.
    if (isSignedOut(error)) {
      for (const { field } of files) data.delete(field.name)
      return sendForm(form, submitter, data, shown)
    }
    shown.remove()
    submitter?.removeAttribute('data-busy')
    submitter?.focus()
    say(error.explained ?? reasonOf(error))
  }
}

/** A form that carries files is sent with its progress, and may be paused or stopped without losing a word. */
export const start = once(() => {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form.dataset.upload === undefined || event.defaultPrevented) return
    const files = filesOf(form)
    if (!files.length) return
    event.preventDefault()
    if (form.querySelector('[data-sending]')) return
    event.submitter?.setAttribute('data-busy', '')
    send(form, event.submitter, files)
  })
})
