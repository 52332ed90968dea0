import { once } from './once.js'

const WAIT = 140
let dialog, field, list, hint, shown, chosen, asked

function places() {
  const links = document.querySelectorAll('.rail a, #lieux a, #moi a')
  return [...links].map((link) => ({
    title: link.querySelector('span')?.textContent.trim() || link.textContent.trim(),
    hint: link.closest('#lieux') ? 'Collectivité' : 'Aller à',
    url: link.href,
  }))
}

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Why the server found it: the place, then its words with marks. */
function excerpt({ where, pieces }) {
  const whole = document.createElement('small')
  whole.className = 'excerpt'
  whole.append(`${where} : `)
  for (const { text, marked } of pieces) {
    const piece = marked ? document.createElement('mark') : document.createElement('span')
    piece.textContent = text
    whole.append(piece)
  }
  return whole
}

function option(item, index) {
  const [line, hintOf] = [document.createElement('li'), document.createElement('small')]
  line.id = `palette-${index}`
  line.setAttribute('role', 'option')
  line.setAttribute('aria-selected', String(index === chosen))
  line.append(document.createElement('span'), hintOf)
  line.firstChild.textContent = item.title
  hintOf.textContent = item.hint ?? ''
  if (item.why) line.append(excerpt(item.why))
  line.addEventListener('click', () => location.assign(item.url))
  return line
}

function draw() {
  list.replaceChildren(...shown.map(option))
  if (shown.length) field.setAttribute('aria-activedescendant', `palette-${chosen}`)
  else field.removeAttribute('aria-activedescendant')
  list.children[chosen]?.scrollIntoView({ block: 'nearest' })
}

function tell(words) {
  hint.textContent = words
}

async function suggest(words) {
  const mine = (asked = Symbol('question'))
  const near = places().filter((item) => plain(item.title).includes(plain(words)))
  ;[shown, chosen] = [near, 0]
  draw()
  tell(words ? 'Entrée pour tout chercher' : 'Tapez un mot, un numéro, un nom')
  if (words.length < 2 || !dialog.dataset.suggest) return
  await new Promise((resolve) => setTimeout(resolve, WAIT))
  if (mine !== asked) return
  const address = new URL(dialog.dataset.suggest, location.href)
  address.searchParams.set('q', words)
  const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => null)
  if (mine !== asked || !answer?.ok) return
  const { results } = await answer.json()
  shown = [...results, ...near]
  draw()
  const many =
    shown.length > 1 ? `${shown.length} résultats, les flèches pour choisir` : '1 résultat'
  tell(shown.length ? many : 'Rien sous ce nom')
}

function move(step) {
  if (!shown.length) return
  chosen = (chosen + step + shown.length) % shown.length
  draw()
}

function open() {
  if (dialog.open) return
  dialog.showModal()
  field.value = ''
  suggest('')
}

function onKey(event) {
  if (event.key === 'ArrowDown') move(1)
  else if (event.key === 'ArrowUp') move(-1)
  else if (event.key === 'Enter' && shown.length) location.assign(shown[chosen].url)
  else return
  event.preventDefault()
}

/** Ctrl K: search over all that one may see, and go anywhere. */
export function start() {
  dialog = document.querySelector('[data-palette]')
  field = dialog.querySelector('input')
  list = dialog.querySelector('[role="listbox"]')
  hint = dialog.querySelector('[data-palette-hint]')
  field.addEventListener('input', () => suggest(field.value.trim()))
  field.addEventListener('keydown', onKey)
  listen()
}

const listen = once(() => {
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
    event.preventDefault()
    open()
  })
})
