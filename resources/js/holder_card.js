/** Shows whose certificate was opened, before anything is signed with it. */
export function showHolder(form, { facts, refusal, mayAsk }) {
  const card = form.querySelector('[data-holder-card]')
  const list = card.querySelector('[data-holder-facts]')
  list.replaceChildren(
    ...facts.map(({ name, value }) => {
      const line = document.createElement('div')
      const [term, said] = [document.createElement('dt'), document.createElement('dd')]
      term.textContent = name
      said.append(...value.map(pieceOf))
      line.append(term, said)
      return line
    })
  )
  const warning = card.querySelector('[data-holder-refusal]')
  warning.querySelector('p').textContent = refusal?.title ?? ''
  warning.hidden = !refusal
  card.querySelector('[data-holder-ask]').hidden = !mayAsk
  card.hidden = false
  return card
}

/** A part of what is said: a date may be in another language than the page. */
function pieceOf({ text, lang }) {
  if (!lang) return text
  const piece = document.createElement('span')
  Object.assign(piece, { lang, textContent: text })
  return piece
}

/** Another file or password: what was shown is no longer true. */
export function hideHolder(form) {
  form.querySelector('[data-holder-card]').hidden = true
}
