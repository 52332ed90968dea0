import { lotFindings } from '../../lib/tenders/chosen_lots.ts'

const boxesOf = (form) => [...form.querySelectorAll('input[name="lots[]"]')]
const isLot = (field) => field.dataset.envelope !== 'candidature'

/** Shows the files of the lots that are ticked, and of those that hold some; where it is not divided, nothing. */
export function watchLots(form) {
  const boxes = boxesOf(form)
  if (boxes.length === 0) return
  const show = () => {
    for (const { value, checked } of boxes) {
      const part = form.querySelector(`[data-lot-files="${value}"]`)
      const holds = part.querySelector('[data-envelope]').files.length > 0
      part.hidden = !checked && !holds
    }
  }
  form.addEventListener('change', show)
  show()
}

/** Ticks the lots of a sending that goes on. */
export function tickLots(form, envelopes) {
  for (const box of boxesOf(form)) if (envelopes.includes(box.value)) box.checked = true
  form.dispatchEvent(new Event('change'))
}

/** The fields of what is answered: those of a lot that is not ticked are left out. */
export function answeredFields(form) {
  const fields = [...form.querySelectorAll('[data-envelope]')]
  const boxes = boxesOf(form)
  if (boxes.length === 0) return fields
  const ticked = new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value))
  return fields.filter((field) => !isLot(field) || ticked.has(field.dataset.envelope))
}

/**
 * Refuses a choice of lots that the règlement does not admit, and asks once about one that looks
 * forgetful; the same choice again goes on. @throws a French sentence
 */
export function judgeLots(form) {
  const boxes = boxesOf(form)
  if (boxes.length === 0) return
  const fields = [...form.querySelectorAll('[data-envelope]')].filter(isLot)
  const chosen = {
    ticked: boxes.filter(({ checked }) => checked).map(({ value }) => value),
    filled: fields.filter(({ files }) => files.length > 0).map(({ dataset }) => dataset.envelope),
    former: (form.dataset.formerLots ?? '').split(' ').filter(Boolean),
    most: form.dataset.mostLots ? Number(form.dataset.mostLots) : null,
  }
  const { refuses, asks } = lotFindings(chosen)
  if (refuses) throw new Error(refuses)
  const asked = asks.join(' ')
  if (!asked || form.dataset.askedLots === asked) return
  form.dataset.askedLots = asked
  throw new Error(`${asked} Corrigez, ou pressez encore « Déposer ».`)
}
