const UNITS = ['octets', 'ko', 'Mo', 'Go']

export function sizeInWords(octets) {
  let [size, step] = [octets, 0]
  while (size >= 999.5 && step < 3) [size, step] = [size / 1000, step + 1]
  return `${size.toLocaleString('fr', { maximumFractionDigits: size < 10 ? 1 : 0 })}\u202f${UNITS[step]}`
}

function element(tag, className, text = '') {
  return Object.assign(document.createElement(tag), { className, textContent: text })
}

function line(file, tooBig) {
  const [item, words] = [element('li', 'file'), element('div', '')]
  const kind = element('span', 'file-kind', file.name.split('.').pop().slice(0, 4).toUpperCase())
  kind.setAttribute('aria-hidden', 'true')
  words.append(
    element('span', 'file-name', file.name),
    element('div', 'file-facts', sizeInWords(file.size))
  )
  if (tooBig)
    words.append(element('p', 'field-error', `Ce fichier dépasse ${sizeInWords(tooBig)}.`))
  item.append(kind, words)
  return item
}

function removal(zone, input, index) {
  const button = element('button', 'button button-quiet button-small', 'Retirer')
  button.type = 'button'
  button.addEventListener('click', () => {
    const kept = new DataTransfer()
    ;[...input.files].forEach((file, at) => at !== index && kept.items.add(file))
    input.files = kept.files
    show(zone, input)
    input.focus()
  })
  return button
}

/** What is asked of each file, as the page's template says it; what was chosen stays with its file. */
function question(input, file, index) {
  const template = document.getElementById(input.dataset.each ?? '')
  if (!template) return null
  const asked = template.content.cloneNode(true).firstElementChild
  const base = `${input.dataset.eachField}[${index}]`
  asked.querySelector('[data-file-name]').textContent = file.name
  const choice = asked.querySelector('[data-each-name]')
  choice.name = `${base}[${choice.dataset.eachName}]`
  choice.value = file.chosen ?? ''
  choice.addEventListener('change', () => (file.chosen = choice.value))
  const name = Object.assign(document.createElement('input'), {
    type: 'hidden',
    name: `${base}[name]`,
    value: file.name,
  })
  asked.append(name)
  return asked
}

function show(zone, input) {
  const list = zone.querySelector('.dropzone-files')
  const most = Number(zone.dataset.maxBytes) || 0
  list.replaceChildren(
    ...[...input.files].map((file, index) => {
      const item = line(file, most && file.size > most ? most : 0)
      const asked = question(input, file, index)
      if (asked) item.querySelector('div').append(asked)
      const side = element('div', 'file-side')
      side.append(removal(zone, input, index))
      item.append(side)
      return item
    })
  )
  list.hidden = input.files.length === 0
}

function receive(zone, input, dropped) {
  const files = new DataTransfer()
  if (input.multiple) for (const file of input.files) files.items.add(file)
  for (const file of input.multiple ? dropped : [...dropped].slice(0, 1)) files.items.add(file)
  input.files = files.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

function equip(zone) {
  const input = zone.querySelector('input[type="file"]')
  zone.dataset.ready = ''
  input.addEventListener('change', () => show(zone, input))
  for (const name of ['dragenter', 'dragover']) {
    zone.addEventListener(name, (event) => {
      event.preventDefault()
      zone.dataset.over = ''
    })
  }
  zone.addEventListener('dragleave', () => delete zone.dataset.over)
  zone.addEventListener('drop', (event) => {
    event.preventDefault()
    delete zone.dataset.over
    receive(zone, input, event.dataTransfer.files)
  })
}

/** A file field where one may also drop files, see them with their size, and take them back. */
export function start() {
  for (const zone of document.querySelectorAll('[data-dropzone]:not([data-ready])')) equip(zone)
}
