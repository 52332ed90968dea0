const FIELDS = 'input:not([type="hidden"]), textarea, select'

function isChanged(field) {
  if (field.matches('[type="checkbox"], [type="radio"]'))
    return field.checked !== field.defaultChecked
  if (field.matches('[type="file"]')) return field.files.length > 0
  if (field.matches('select'))
    return [...field.options].some((option) => option.selected !== option.defaultSelected)
  return field.value !== field.defaultValue
}

/** Those that stand outside it and say that they are its own are there too. */
const fieldsOf = (form) => [...form.elements].filter((field) => field.matches(FIELDS))

/** A form where something was written, or where one is writing. */
export const isBegun = (form) =>
  fieldsOf(form).some((field) => isChanged(field) || field === document.activeElement)

/** A field of a begun form, with what was told of it, wherever it stands. */
export const isOfBegun = (node) =>
  node.matches?.('.field') &&
  [...node.querySelectorAll(FIELDS)].some(({ form }) => form && isBegun(form))

export const begunForms = (part) => [...part.querySelectorAll('form')].filter(isBegun)
