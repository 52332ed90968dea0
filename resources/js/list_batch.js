const SLICE = 5
const send = (form, fields) =>
  fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(fields),
  }).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))

/** What the bar says while it works: how many lines are done, in words and as a gauge. */
function progressIn(form) {
  const words = form.querySelector('[data-bulk-count]')
  const place = Object.assign(document.createElement('div'), { className: 'progress' })
  const gauge = document.createElement('progress')
  gauge.setAttribute('aria-label', 'Avancement')
  place.append(gauge)
  words.after(place)
  return (done, of) => {
    Object.assign(gauge, { value: done, max: of })
    words.textContent = `${done} sur ${of} : gardez cette page ouverte…`
  }
}

/** The lines that the form names, as the server finds them: what is filtered is not all on the page. */
async function linesOf(form, fields) {
  if (!fields.some(([name]) => name === 'tout')) {
    return fields.filter(([name]) => name === 'ids[]').map(([, id]) => id)
  }
  return (await send(form, [...fields, ['annonce', '1']])).ids
}

/**
 * Sends a gesture by slices of a few lines, so that one sees how far it is, and that what is done
 * stays told if the page is closed in the middle. What fails is sent whole, as a form is: each line
 * that was done already then says so.
 */
async function bySlices(form, submitter) {
  const fields = [...new FormData(form, submitter)]
  const common = fields.filter(([name]) => name !== 'ids[]' && name !== 'tout')
  const ids = await linesOf(form, fields)
  const say = progressIn(form)
  for (let from = 0; from < ids.length; from += SLICE) {
    say(from, ids.length)
    const slice = ids.slice(from, from + SLICE).map((id) => ['ids[]', id])
    await send(form, [...common, ...(from ? [['suite', '1']] : []), ...slice])
  }
  say(ids.length, ids.length)
  location.assign(form.action)
}

/** Follows a gesture that takes more than one slice; the others are sent as they are. */
export function followBatches(isLong) {
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event
    if (event.defaultPrevented || !form.matches('[data-bulk]')) return
    if (submitter?.value === 'archive' || !isLong(form, SLICE)) return
    event.preventDefault()
    if ('busy' in form.dataset) return
    form.dataset.busy = ''
    bySlices(form, submitter).catch(() => {
      const named = Object.assign(document.createElement('input'), { type: 'hidden' })
      Object.assign(named, { name: submitter.name, value: submitter.value })
      form.append(named)
      form.submit()
    })
  })
}
