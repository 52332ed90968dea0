import { sizeInWords } from './dropzone.js'

function button(words) {
  const element = document.createElement('button')
  Object.assign(element, { type: 'button', className: 'button', textContent: words })
  return element
}

/** How far the files are, above the buttons of their form, with what one may do about it. */
export function progressOf(form) {
  const part = document.createElement('div')
  part.className = 'progress'
  part.dataset.sending = ''
  part.innerHTML =
    '<div class="progress-words"><span role="status"></span><span class="figures"></span></div>' +
    '<progress max="100" aria-label="Envoi des fichiers"></progress>'
  const [words, figures] = part.querySelectorAll('.progress-words span')
  const [pause, stop, row] = [
    button('Mettre en pause'),
    button('Arrêter l’envoi'),
    document.createElement('div'),
  ]
  row.className = 'row'
  row.append(pause, stop)
  part.append(row)
  pause.hidden = true
  let driven
  let paused = false
  const tell = (text) => {
    if (words.textContent !== text) words.textContent = text
  }

  pause.addEventListener('click', () => {
    paused = !paused
    if (paused) driven.pause()
    else driven.resume()
    pause.textContent = paused ? 'Reprendre' : 'Mettre en pause'
    tell(paused ? 'Envoi en pause' : 'Envoi en cours')
  })
  stop.addEventListener('click', () => driven?.stop())
  form.querySelector('.form-end, [type="submit"], button:not([type])')?.before(part)
  tell('Envoi en cours')

  return {
    say: tell,
    remove: () => part.remove(),
    /** What the buttons act upon; only what knows how to pause is offered to. */
    drive(sending) {
      driven = sending
      pause.hidden = !sending.pause
    },
    advance(bytes, total) {
      part.querySelector('progress').value = (bytes / total) * 100
      figures.textContent = `${sizeInWords(bytes)} sur ${sizeInWords(total)}`
      if (!paused) tell('Envoi en cours')
    },
  }
}
