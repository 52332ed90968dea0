import { once } from './once.js'
import { followBatches } from './list_batch.js'
import { walk } from './list_keys.js'

const boxesOf = (list) => [...list.querySelectorAll('tbody .list-pick input')]
let last

/** Ticks or unticks what stands between the last box that was touched and this one. */
function tickUntil(box, list) {
  const boxes = boxesOf(list)
  const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b)
  if (from >= 0) for (const one of boxes.slice(from, to + 1)) one.checked = box.checked
}

/** Says how many lines are chosen, where a screen reader hears it. */
function count(list) {
  const words = list.querySelector('[data-bulk-count]')
  // While it works, its words say how far it is
  if (!words || words.closest('[data-busy]')) return
  const all = list.querySelector('.bulk [name="tout"]')
  const chosen = boxesOf(list).filter((box) => box.checked).length
  const said = all?.checked
    ? 'Toute la liste filtrée est choisie'
    : chosen > 1
      ? `${chosen} lignes choisies`
      : `${chosen} ligne choisie`
  if (words.textContent !== said) words.textContent = said
  const every = list.querySelector('[data-pick-all]')
  if (every) {
    every.checked = chosen > 0 && chosen === boxesOf(list).length
    every.indeterminate = chosen > 0 && !every.checked
  }
}

/** One box for the page, in the head of the table; without script there is none to deceive. */
function addPickAll(list) {
  const place = list.querySelector('thead .list-pick')
  if (!place || place.querySelector('[data-pick-all]')) return
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.dataset.pickAll = ''
  box.setAttribute('aria-label', 'Choisir toutes les lignes de cette page')
  place.replaceChildren(box)
}

export const start = once(() => {
  for (const list of document.querySelectorAll('[data-list]')) {
    const prepare = () => {
      addPickAll(list)
      count(list)
    }
    prepare()
    // Lines come and go where the page follows what moves
    new MutationObserver(prepare).observe(list, { childList: true, subtree: true })
  }
  document.addEventListener('click', ({ target, shiftKey }) => {
    const list = target.closest?.('[data-list]')
    if (!list || !target.matches('tbody .list-pick input')) return
    if (shiftKey) tickUntil(target, list)
    last = target
    count(list)
  })
  document.addEventListener('change', ({ target }) => {
    const list = target.closest?.('[data-list]')
    if (!list) return
    if (target.matches('[data-pick-all]')) {
      for (const box of boxesOf(list)) box.checked = target.checked
    }
    count(list)
  })
  followBatches((form, few) => {
    const all = form.querySelector('[name="tout"]')?.checked
    return all || boxesOf(form.closest('[data-list]')).filter((box) => box.checked).length > few
  })
  walk()
})
