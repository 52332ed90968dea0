/** Forms hold no form, and what people wrote is escaped. */
const FORM = /<form\b[^]*?<\/form\s*>/g
const SUMMARY = /<section class="errors"[^]*?<\/section>/
const LINES = /(?:<li>[^]*?<\/li>\s*)+/
const LINE = /<li>[^]*?href="#([^"]+)"[^]*?<\/li>/g

/**
 * What must be mended, as who reads the page meets it: in the order of its fields, which a session does
 * not keep, and on a page of several forms in that which was sent, the one that holds a field of it. Of
 * what no field holds, the first form says it, once.
 */
export function settleSummaries(html: string): string {
  if (!html.includes('data-errors')) return html
  const forms = (html.match(FORM) ?? []).filter((form) => SUMMARY.test(form))
  const sent = forms.filter((form) => faultyFields(form).some((id) => holds(form, id)))
  const says = new Set(sent.length > 0 ? sent : forms.slice(0, 1))
  return html.replace(FORM, (form) =>
    form.replace(SUMMARY, (summary) => (says.has(form) ? inOrderOf(form, summary) : ''))
  )
}

const faultyFields = (form: string) =>
  [...SUMMARY.exec(form)![0].matchAll(LINE)].map(([, id]) => id)

const placeOf = (form: string, id: string) => form.indexOf(`id="${id}"`)
const holds = (form: string, id: string) => placeOf(form, id) >= 0

/** What has no field comes after the others, as it was said. */
function inOrderOf(form: string, summary: string): string {
  const lines = [...summary.matchAll(LINE)].map(([line, id]) => ({ line, at: placeOf(form, id) }))
  const rank = ({ at }: { at: number }) => (at < 0 ? Infinity : at)
  const ordered = lines.toSorted((one, other) =>
    rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0
  )
  return summary.replace(LINES, () => ordered.map(({ line }) => line).join('\n'))
}
