/** Does what a form asks, its button held meanwhile, and says there what went wrong. */
export async function saying(form, selector, work) {
  const error = form.querySelector(selector)
  const button = form.querySelector('button:not([type="button"])')
  error.hidden = true
  button.disabled = true
  try {
    await work()
  } catch (failure) {
    error.textContent = failure.message
    error.hidden = false
  } finally {
    button.disabled = false
  }
}
