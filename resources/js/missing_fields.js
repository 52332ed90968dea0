const WORDS = [
  ['valueMissing', 'Remplissez ce champ.'],
  ['tooLong', 'Raccourcissez ce texte.'],
  ['tooShort', 'Complétez ce texte.'],
  ['typeMismatch', 'Vérifiez ce qui est écrit ici.'],
  ['badInput', 'Vérifiez ce qui est écrit ici.'],
]

/** A text of spaces says nothing: the server would not take it. */
const isBlank = (field) =>
  field.required && typeof field.value === 'string' && field.value !== '' && !field.value.trim()

function problemOf(field) {
  if (!field.willValidate) return null
  if (isBlank(field)) return WORDS[0][1]
  if (field.validity.valid) return null
  const found = WORDS.find(([name]) => field.validity[name])
  return found ? found[1] : 'Corrigez ce champ.'
}

/** The error as the server's pages draw it, tied to its field. */
function tell(field, words) {
  const id = `${field.id || field.name}-erreur`
  const line = document.getElementById(id) ?? document.createElement('p')
  Object.assign(line, { id, className: 'field-error', textContent: words })
  field.closest('.field')?.classList.add('field-invalid')
  if (!line.isConnected) field.before(line)
  field.setAttribute('aria-invalid', 'true')
  const described = new Set((field.getAttribute('aria-describedby') ?? '').split(' '))
  field.setAttribute('aria-describedby', [...described.add(id)].join(' ').trim())
  field.addEventListener('input', () => forget(field, line), { once: true })
}

function forget(field, line) {
  line.remove()
  field.removeAttribute('aria-invalid')
  field.closest('.field')?.classList.remove('field-invalid')
  const left = (field.getAttribute('aria-describedby') ?? '').split(' ')
  const described = left.filter((id) => id !== line.id).join(' ')
  if (described) field.setAttribute('aria-describedby', described)
  else field.removeAttribute('aria-describedby')
}

/**
 * Says at each field what is missing, opens the fold that hides it and leads there; true when
 * something is missing.
 */
export function tellMissing(form) {
  const wrong = [...form.elements].filter((field) => problemOf(field))
  for (const field of wrong) tell(field, problemOf(field))
  const first = wrong[0]
  if (!first) return false
  for (let fold = first.closest('details'); fold; fold = fold.parentElement.closest('details')) {
    fold.open = true
  }
  first.focus()
  return true
}
