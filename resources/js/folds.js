import { once } from './once.js'

/** Where a page is wide enough for several sections to be read together. */
const wide = matchMedia('(min-width: 62.01rem)')

const folds = () => [...document.querySelectorAll('details.fold')]

/** One at a time on a telephone: that is what a shared name does, and all that it does. */
function group() {
  for (const fold of folds()) {
    if (wide.matches) fold.removeAttribute('name')
    else if (fold.dataset.group) fold.setAttribute('name', fold.dataset.group)
  }
  for (const button of document.querySelectorAll('[data-open-folds]')) button.hidden = !wide.matches
}

/** Opens the sections around something; browsers of before 2025 do not for an anchor. */
function reveal(inside) {
  for (
    let fold = inside?.closest?.('details.fold');
    fold;
    fold = fold.parentElement?.closest('details.fold')
  ) {
    fold.open = true
  }
}

function revealAddress() {
  const id = decodeURIComponent(location.hash.slice(1))
  const aimed = id ? document.getElementById(id) : null
  if (!aimed?.closest('details.fold:not([open])')) return
  reveal(aimed)
  aimed.scrollIntoView()
}

const listen = once(() => {
  wide.addEventListener('change', group)
  window.addEventListener('hashchange', revealAddress)
  // What the browser itself finds at fault must be seen to be mended
  document.addEventListener('invalid', (event) => reveal(event.target), true)
  document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('[data-open-folds]')
    if (!button) return
    const open = !folds().every((fold) => fold.open)
    for (const fold of folds()) fold.open = open
    button.textContent = open ? 'Tout replier' : 'Tout ouvrir'
  })
})

export function start() {
  group()
  listen()
  revealAddress()
}
