import { once } from './once.js'
import { tickReadings } from './readings_ticked.js'
import { Ceremony } from './ceremony_form.js'

/** The signing ceremony: only the certificate goes out, only signatures come back. */
export const start = once(() => {
  for (const form of document.querySelectorAll('form[data-ceremony]')) {
    const ceremony = new Ceremony(form)
    form.hidden = false
    tickReadings(form.closest('.ceremony'))
    form.addEventListener('input', () => ceremony.forget())
    form.addEventListener('change', ({ target }) => target.type === 'file' && ceremony.forget())
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      ceremony.press()
    })
    const ask = form.querySelector('[data-holder-ask]')
    ask.addEventListener('click', () => ceremony.ask(ask))
  }
})
