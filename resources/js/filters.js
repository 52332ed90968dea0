import { once } from './once.js'

/** A choice filters at once; typing waits for the Enter key or the button, as without script. */
export const start = once(() => {
  document.addEventListener('change', (event) => {
    const form = event.target.closest?.('[data-filters]')
    if (form && event.target.matches('select, [type="date"], [type="checkbox"], [type="radio"]')) {
      form.requestSubmit()
    }
  })
  // Empty fields would lengthen the address that one shares.
  document.addEventListener('formdata', (event) => {
    if (!event.target.matches('[data-filters]')) return
    for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name)
  })
})
