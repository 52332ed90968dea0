import { sizeInWords } from './dropzone.js'
import { say } from './toast.js'
import { once, wake } from './wake.js'

function progressOf(form) {
  const part = document.createElement('div')
  part.className = 'progress'
  part.innerHTML =
    '<div class="progress-words"><span role="status"></span><span class="figures"></span></div>' +
    '<progress max="100" aria-label="Envoi des fichiers"></progress>'
  form.querySelector('.form-end, [type="submit"], button:not([type])')?.before(part)
  return part
}

function stopButton(request) {
  const button = document.createElement('button')
  Object.assign(button, { type: 'button', className: 'button', textContent: 'Arrêter l’envoi' })
  button.addEventListener('click', () => request.abort())
  return button
}

function send(form, submitter) {
  const request = new XMLHttpRequest()
  const part = progressOf(form)
  const [words, figures] = part.querySelectorAll('.progress-words span')
  const stop = stopButton(request)
  part.append(stop)
  const fail = (reason) => {
    part.remove()
    submitter?.removeAttribute('data-busy')
    say(reason)
  }
  words.textContent = 'Envoi en cours'
  request.upload.onprogress = ({ loaded, total }) => {
    part.querySelector('progress').value = (loaded / total) * 100
    figures.textContent = `${sizeInWords(loaded)} sur ${sizeInWords(total)}`
    if (loaded === total) words.textContent = 'Fichiers reçus, vérification en cours'
  }
  request.onload = () => settle(request, fail)
  request.onerror = () => fail('La connexion a été coupée. Rien n’est perdu : envoyez de nouveau.')
  request.onabort = () => fail('L’envoi est arrêté. Vos fichiers sont toujours dans le formulaire.')
  request.open('POST', submitter?.getAttribute('formaction') ?? form.getAttribute('action'))
  request.setRequestHeader('X-Halle-Upload', 'true')
  request.send(new FormData(form, submitter))
}

function settle(request, fail) {
  if (request.status >= 500)
    return fail('Le serveur n’a pas pu recevoir vos fichiers. Essayez de nouveau dans un instant.')
  const page = new DOMParser().parseFromString(request.responseText, 'text/html')
  // The messages of the session live for one answer, and it is this one: it is shown as it came.
  history.pushState(null, '', request.responseURL)
  document.title = page.title
  document.body.replaceWith(document.importNode(page.body, true))
  // What the new page needs besides; those already here are not run twice.
  for (const { src } of page.querySelectorAll('script[type="module"][src]')) {
    import(/* @vite-ignore */ src)
  }
  scrollTo(0, 0)
  wake()
}

/** A form that carries files is sent with its progress, and may be stopped without losing a word. */
export const start = once(() => {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form.dataset.upload === undefined || event.defaultPrevented) return
    const files = [...form.querySelectorAll('input[type="file"]')].flatMap((one) => [...one.files])
    if (!files.length) return
    event.preventDefault()
    event.submitter?.setAttribute('data-busy', '')
    send(form, event.submitter)
  })
})
