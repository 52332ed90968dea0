const FIELDS = 'input:not([type="hidden"]), textarea, select'

function isChanged(field) {
  if (field.matches('[type="checkbox"], [type="radio"]'))
    return field.checked !== field.defaultChecked
  if (field.matches('[type="file"]')) return field.files.length > 0
  if (field.matches('select'))
    return [...field.options].some((option) => option.selected !== option.defaultSelected)
  return field.value !== field.defaultValue
}

/** A form where something was written, or where one is writing. */
export const isBegun = (form) =>
  [...form.querySelectorAll(FIELDS)].some((field) => isChanged(field)) ||
  (form.contains(document.activeElement) && document.activeElement.matches(FIELDS))

export const begunForms = (part) => [...part.querySelectorAll('form')].filter(isBegun)
