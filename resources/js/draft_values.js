const MONTH = 30 * 24 * 3600 * 1000

/** One person's draft of one form at one address: a shared computer mixes nobody's words. */
export function keyOf(form) {
  const person = document.body.dataset.person ?? 'public'
  return `brouillon:${person}:${location.pathname}:${form.dataset.draft}`
}

function fieldsOf(form) {
  return [...form.elements].filter(
    (field) =>
      field.name &&
      !/^(hidden|password|file|submit|button)$/.test(field.type) &&
      // A password that is shown is one all the same
      field.dataset.secret === undefined
  )
}

export function write(form) {
  const values = fieldsOf(form).map((field) => [
    field.name,
    field.value,
    /^(checkbox|radio)$/.test(field.type) ? field.checked : null,
  ])
  if (values.length === 0) return
  // What the person had before her eyes: if it changes meanwhile, the server must tell her.
  const seen = form.elements.seen?.value
  localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), values, seen }))
}

export function readDraft(form) {
  const draft = JSON.parse(localStorage.getItem(keyOf(form)) ?? 'null')
  return draft && Date.now() - draft.at < MONTH ? draft : null
}

export function put(form, values) {
  let changed = false
  for (const [name, value, checked] of values) {
    const same = fieldsOf(form).filter((field) => field.name === name)
    const field = checked === null ? same[0] : same.find((one) => one.value === value)
    if (!field) continue
    if (checked === null && field.value !== value) changed = Boolean((field.value = value) || 1)
    if (checked !== null && field.checked !== checked) changed = ((field.checked = checked), true)
  }
  return changed
}
