import { once } from './once.js'

/** What a browser hides as it is typed; one that is shown keeps its mark. */
const SECRETS = 'input[type="password"], input[data-secret]'

function show(button, shown) {
  const field = document.getElementById(button.getAttribute('aria-controls'))
  if (field) field.type = shown ? 'text' : 'password'
  button.setAttribute('aria-pressed', String(shown))
}

/** A button under the field, of which a screen reader says which password it shows. */
function add(field) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button-quiet button-small field-reveal'
  button.setAttribute('aria-controls', field.id)
  button.setAttribute('aria-pressed', 'false')
  button.textContent = 'Montrer le mot de passe'
  const label = field.labels?.[0]?.firstChild?.textContent.trim()
  if (label && label !== 'Mot de passe') {
    const named = document.createElement('span')
    named.className = 'hidden-text'
    named.textContent = ` : ${label}`
    button.append(named)
  }
  field.dataset.secret = ''
  field.spellcheck = false
  field.after(button)
}

const listen = once(() => {
  document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('.field-reveal')
    if (button) show(button, button.getAttribute('aria-pressed') !== 'true')
  })
  // Sent hidden: a browser would keep it among what is typed in ordinary fields
  document.addEventListener(
    'submit',
    ({ target }) => {
      for (const button of target.querySelectorAll('.field-reveal')) show(button, false)
    },
    true
  )
})

/** « Montrer le mot de passe », where there is a script to show it. */
export function start() {
  for (const field of document.querySelectorAll(SECRETS)) {
    if (field.id && field.dataset.secret === undefined) add(field)
  }
  listen()
}
