import { tellMissing } from './missing_fields.js'

let sheet

function build() {
  const dialog = document.createElement('dialog')
  dialog.className = 'dialog'
  dialog.setAttribute('aria-labelledby', 'confirmer')
  dialog.innerHTML =
    '<div class="dialog-body"><h2 id="confirmer"></h2></div>' +
    '<form method="dialog" class="dialog-foot"><button class="button" value="">Annuler</button>' +
    '<button class="button button-primary" value="yes"></button></form>'
  document.body.append(dialog)
  return dialog
}

function ask(question, answer) {
  if (!sheet?.isConnected) sheet = build()
  sheet.querySelector('h2').textContent = question
  sheet.querySelector('[value="yes"]').textContent = answer
  sheet.returnValue = ''
  sheet.showModal()
  return new Promise((resolve) => {
    sheet.addEventListener('close', () => resolve(sheet.returnValue === 'yes'), { once: true })
  })
}

/** A question before what cannot be undone; without script the server's own page asks. */
export function confirmations() {
  document.addEventListener('submit', async (event) => {
    const button = event.submitter
    if (!button?.dataset.confirm || button.dataset.confirmed !== undefined) return
    event.preventDefault()
    event.stopImmediatePropagation()
    // Nobody is asked to confirm what would be refused: the field first, the question after.
    if (!button.formNoValidate && tellMissing(button.form)) return
    const said = await ask(button.dataset.confirm, button.textContent.trim() || 'Confirmer')
    if (!said) return button.focus()
    button.dataset.confirmed = ''
    button.form.requestSubmit(button)
    delete button.dataset.confirmed
  })
}
