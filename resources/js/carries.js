import { once } from './once.js'

/**
 * A link that leaves a form half written carries it along: `data-carries` names the form and
 * `data-carries-to` the address that keeps it, then goes where the link goes.
 */
export const start = once(() => {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-carries]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    const form = document.getElementById(link.dataset.carries)
    if (!form || !hasText(form)) return
    event.preventDefault()
    const suite = document.createElement('input')
    Object.assign(suite, { type: 'hidden', name: 'suite', value: 'signature' })
    form.append(suite)
    form.action = link.dataset.carriesTo
    form.requestSubmit()
  })
})

const hasText = (form) =>
  [...form.elements].some((field) => field.type === 'textarea' && field.value.trim() !== '')
