/**
 * Takes out of a template the spaces that only lay it out for its readers, as it is compiled: the
 * indentation of its lines, and the line breaks that stand right inside an element or before a full
 * stop, a comma or a closing parenthesis, where no words ever want a space.
 *
 * The lines of a tag (`@if`, `@end`…) keep theirs, since Edge knows a tag by its line.
 */
export function withoutLayout(template: string): string {
  let out = ''
  for (const line of template.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    out += out === '' || clings(out, line) ? line : `${between(out)}${line}`
  }
  return out
}

/** The attributes of an element stand on one line again. */
function between(before: string): string {
  const tag = before.slice(before.lastIndexOf('<'))
  return /^<[a-z]/.test(tag) && !withoutValues(tag).includes('>') ? ' ' : '\n'
}

const withoutValues = (tag: string): string => tag.replace(/\{\{[\s\S]*?\}\}/g, '')

function clings(before: string, line: string): boolean {
  if (line.startsWith('@') || endsInTag(before)) return false
  return line.startsWith('</') || /^[.,)]/.test(line) || opensElement(before)
}

/** A tag of several lines ends by its parenthesis; one of one line begins by its sign. */
function endsInTag(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return line.startsWith('@') || line.endsWith(')')
}

function opensElement(before: string): boolean {
  if (!before.endsWith('>')) return false
  const tag = before.slice(before.lastIndexOf('<'))
  // A void element (`<br />`) opens nothing: the space after it is between two words
  if (!/^<[a-z]/.test(tag) || tag.endsWith('/>')) return false
  return withoutValues(tag).indexOf('>') === withoutValues(tag).length - 1
}
