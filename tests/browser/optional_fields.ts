/** Controls that a person fills, and what is said of each: the pages are ours, their tags are regular. */
interface Control {
  name: string
  /** What one hears on it: its label, its legend or its aria-label. */
  said: string
  required: boolean
  /** An answer is always there: a choice without « none », a radio already chosen. */
  answered: boolean
}

const TOKEN = /<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+)/g
const NOT_FILLED = ['hidden', 'submit', 'button', 'reset', 'image']
const OPTIONAL = '(facultatif)'

const attr = (attrs: string, name: string): string | null => {
  const found = RegExp(`(?:^|\\s)${name}(?:="([^"]*)"|(?=[\\s/]|$))`).exec(attrs)
  return found && (found[1] ?? '')
}

/** The choices of a list are no words of its label. */
const LISTS = /<select[\s\S]*?<\/select>/g

/** What is wrong in the forms of a page: what may be left empty and does not say so, or the contrary. */
export function unsaidOptions(html: string): string[] {
  return controlsOf(html).flatMap(({ name, said, required, answered }) => {
    const says = said.includes(OPTIONAL)
    if (required && says) return [`${name} is required and says ${OPTIONAL}: ${said}`]
    if (!required && !answered && !says) return [`${name} does not say ${OPTIONAL}: ${said}`]
    return []
  })
}

/** A search asks for nothing: only the forms that write are walked. */
export const controlsOf = (html: string): Control[] =>
  [...html.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, attrs]) => attr(attrs, 'method')?.toUpperCase() === 'POST')
    .flatMap(([, , body]) => together(controlsIn(body, labelsIn(html))))

const clean = (text: string) => text.replace(/\s+/g, ' ').trim()
const inText = (html: string) => clean(html.replace(LISTS, ' ').replace(/<[^>]*>/g, ' '))

const labelsIn = (html: string) =>
  new Map(
    [...html.matchAll(/<label\b[^>]*?for="([^"]+)"[^>]*>([\s\S]*?)<\/label>/g)]
      .filter(([whole]) => !whole.includes('aria-hidden'))
      .map(([, id, text]) => [id, inText(text)])
  )

/** The fields of a form, each with the words that stand around it. */
function controlsIn(body: string, labels: Map<string, string>): (Control & { group: boolean })[] {
  const found: (Control & { group: boolean })[] = []
  let [label, legend]: [string | null, string | null] = [null, null]
  for (const { 0: token, 1: closes, 2: tag, 3: attrs = '', index } of body.matchAll(TOKEN)) {
    if (!tag) continue
    const until = (end: string) =>
      inText(body.slice(index + token.length, body.indexOf(end, index)))
    if (tag === 'fieldset') legend = closes ? null : legend
    if (tag === 'legend' && !closes) legend = until('</legend>')
    if (tag === 'label') label = closes ? null : until('</label>')
    if (closes || !['input', 'select', 'textarea'].includes(tag)) continue
    const name = attr(attrs, 'name') ?? attr(attrs, 'data-each-name')
    const type = attr(attrs, 'type') ?? tag
    const isFixed = attr(attrs, 'disabled') !== null || attr(attrs, 'readonly') !== null
    if (!name || isFixed || NOT_FILLED.includes(type)) continue
    const choice = type === 'radio' || type === 'checkbox'
    const own = attr(attrs, 'aria-label') ?? labels.get(attr(attrs, 'id') ?? '') ?? label
    const hasNone = tag === 'select' && /<option value=""/.test(selectAt(body, index))
    found.push({
      name,
      said: (choice ? (legend ?? own) : own) ?? '',
      required: attr(attrs, 'required') !== null,
      // A box that is left as it is has answered
      answered:
        type === 'checkbox' ||
        (type === 'radio' && attr(attrs, 'checked') !== null) ||
        (tag === 'select' && !hasNone),
      group: type === 'radio',
    })
  }
  return found
}

const selectAt = (body: string, index: number) =>
  body.slice(index, body.indexOf('</select>', index))

/** The radios of one name are one question. */
function together(controls: (Control & { group: boolean })[]): Control[] {
  const radios = Map.groupBy(
    controls.filter(({ group }) => group),
    ({ name }) => name
  )
  const questions = [...radios.values()].map((all) => ({
    ...all[0],
    required: all.some(({ required }) => required),
    answered: all.some(({ answered }) => answered),
  }))
  return [...controls.filter(({ group }) => !group), ...questions]
}
